import Actors
import Language
import Vocabulary

/// An adjective as a predicate: "Turkey is critical of Israel", "the two are at odds".
struct AdjectiveRule: Rule {
  static let name = "adjective"

  func candidates(at token: Int, in sentence: SentenceContext) -> [Candidate] {
    let word = sentence.tokens[token]
    guard word.pos == .adjective, let frames = sentence.frames.adjectives[word.lower] else { return [] }
    let subjects = self.subjects(token, sentence)
    guard !subjects.isEmpty else { return [] }
    let phrases = sentence.builder.phrases(of: token)
    for frame in frames {
      guard let type = frame.type else { continue }
      for case .preposition(let name) in frame.target {
        guard let phrase = phrases.first(where: { $0.preposition == name }) else { continue }
        let targets = sentence.finder.namedOrOwners(phrase.objects)
        let status = sentence.factuality.status(of: token)
        let found = subjects.flatMap { source in
          targets.filter { $0.principal?.code != source.principal?.code }.map { target in
            let turned = frame.flags.contains(.converse)
            return Candidate(
              rule: Self.name, frame: frame, token: token, phrase: "be \(word.lower) \(name)",
              source: turned ? target : source, target: turned ? source : target, type: type, cameo: frame.cameo,
              isSymmetric: frame.flags.contains(.symmetric), status: status,
              confidence: Confidence.of(source: source, target: target, form: .active) * Confidence.noun)
          }
        }
        if !found.isEmpty { return found }
      }
    }
    return []
  }

  private func subjects(_ token: Int, _ sentence: SentenceContext) -> [Mention] {
    let head = sentence.tokens[token].head
    switch sentence.tokens[token].dep {
    case .acomp, .xcomp, .conj, .oprd: return sentence.finder.named(sentence.builder.clause(of: head).agents)
    case .amod where head < token, .appos, .acl: return sentence.finder.named([head])
    case .advcl: return sentence.finder.named(sentence.builder.clause(of: head).agents)
    default: return []
    }
  }
}
