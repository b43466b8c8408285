/// Reads again what a parser of running text gets wrong in headlines: present tenses that look like plural nouns
/// ("Albania severs ties"), and futures that look like phrases ("Khan to free captured pilot").
///
/// A headline is parsed as if the word were a past tense ("severed"), or as if "to" were "will"; where that makes one
/// clause more of it, the new parse counts. The words of the document stay what they are.
public struct HeadlineReader {
  private let pipeline: Pipeline
  private let isVerb: (String) -> Bool

  /// More tries than this no headline needs; each costs a parse.
  private static let mostTries = 4

  /// - Parameter isVerb: Whether a lemma is a verb that can tell a relation.
  public init(pipeline: Pipeline, isVerb: @escaping (String) -> Bool) {
    self.pipeline = pipeline
    self.isVerb = isVerb
  }

  /// The document of a headline, parsed anew where that helps.
  public func read(_ document: Document) -> Document {
    var best = document
    var chosen: [Int: String] = [:]
    for (place, word) in candidates(document).prefix(Self.mostTries) {
      // An earlier word may have made this one what it is.
      guard best.tokens[place].pos != .verb else { continue }
      var words = chosen
      words[place] = word
      let other = pipeline.analyze(document.text, reading: words)
      guard other.tokens.count == document.tokens.count, holds(other, place),
        Self.clauses(of: other) > Self.clauses(of: best)
      else { continue }
      best = other
      chosen = words
    }
    return best
  }

  /// Whether the word is a verb of a clause now.
  private func holds(_ document: Document, _ place: Int) -> Bool {
    let tokens = document.tokens
    let token = tokens[place]
    if token.dep == .aux { return tokens[token.head].pos == .verb && isVerb(tokens[token.head].lemma) }
    return token.tag == "VBD" && isVerb(token.lemma) && tokens.contains { $0.dep == .nsubj && $0.head == place }
  }

  /// Words that may be verbs, with what to read in their place.
  private func candidates(_ document: Document) -> [(Int, String)] {
    let tokens = document.tokens
    return tokens.indices.dropFirst().dropLast().compactMap { place in
      let token = tokens[place]
      let before = tokens[place - 1]
      if token.lower == "to", token.tag == "IN", isVerb(tokens[place + 1].lower),
        [.noun, .properNoun].contains(before.pos)
      {
        return (place, "will")
      }
      guard token.tag == "NNS" || token.tag == "NNPS" || token.tag == "NNP", token.lower.hasSuffix("s"),
        [.noun, .properNoun, .adjective, .numeral].contains(before.pos) || before.lower == ")",
        let verb = PastTense.base(ofPresent: token.lower, isVerb)
      else { return nil }
      return (place, PastTense.form(of: verb))
    }
  }

  /// How many clauses have a subject that agrees with its verb.
  private static func clauses(of document: Document) -> Int {
    let tokens = document.tokens
    var verbs: Set<Int> = []
    for subject in tokens where subject.dep == .nsubj || subject.dep == .nsubjpass {
      let verb = tokens[subject.head]
      guard verb.pos == .verb || verb.pos == .auxiliary else { continue }
      if verb.tag == "VBZ", subject.tag == "NNS" { continue }
      verbs.insert(subject.head)
    }
    return verbs.count
  }
}

/// The regular forms of English verbs.
enum PastTense {
  /// The verb whose third person a form may be: "severs", "pushes", "denies".
  static func base(ofPresent form: String, _ isVerb: (String) -> Bool) -> String? {
    var bases = [String(form.dropLast())]
    if form.hasSuffix("es") { bases.append(String(form.dropLast(2))) }
    if form.hasSuffix("ies") { bases.append(form.dropLast(3) + "y") }
    return bases.first(where: isVerb)
  }

  /// Its regular past; that of irregular verbs no one says, but the parser takes its ending for what it is.
  static func form(of verb: String) -> String {
    if verb.hasSuffix("e") { return verb + "d" }
    let letters = Array(verb)
    if letters.count > 1, letters.last == "y", !"aeiou".contains(letters[letters.count - 2]) {
      return verb.dropLast() + "ied"
    }
    return verb + "ed"
  }
}
