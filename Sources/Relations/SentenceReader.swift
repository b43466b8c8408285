import Actors
import Language

/// The grammar of a document as the rules need it: subjects, objects and phrases of its verbs.
struct SentenceReader {
  let actors: DocumentActors
  let frames: FrameBook

  var analyzed: AnalyzedDocument { actors.analyzed }
  var tokens: [Token] { actors.analyzed.tokens }

  func children(of token: Int, _ deps: Dependency...) -> [Int] {
    analyzed.tree.children(of: token).filter { deps.contains(tokens[$0].dep) }
  }

  func hasChild(_ token: Int, _ dep: Dependency) -> Bool {
    analyzed.tree.children(of: token).contains { tokens[$0].dep == dep }
  }

  func isVerb(_ token: Int) -> Bool { tokens[token].pos == .verb || tokens[token].pos == .auxiliary }

  func isRelativePronoun(_ token: Int) -> Bool {
    switch tokens[token].tag {
    case "WDT", "WP": true
    // The tagger often takes the pronoun "that" for a conjunction; the parser sees better.
    default: tokens[token].lower == "that" && [.nsubj, .nsubjpass, .dobj, .pobj].contains(tokens[token].dep)
    }
  }

  /// The verb's lemma with its particle.
  func lemma(of verb: Int) -> String { analyzed.lemma(ofVerb: verb) }

  /// The frames of a noun or adjective.
  func ownFrames(of token: Int) -> [Frame] {
    switch tokens[token].pos {
    case .noun: frames.nouns[tokens[token].lemma.lowercased()] ?? []
    case .adjective: frames.adjectives[tokens[token].lower] ?? []
    default: []
    }
  }

  /// Whether a user has switched off the frames of the word.
  func isSwitchedOff(_ token: Int) -> Bool {
    switch tokens[token].pos {
    case .verb, .auxiliary: frames.isSwitchedOff(lemma(of: token), .verb)
    case .noun: frames.isSwitchedOff(tokens[token].lemma.lowercased(), .noun)
    case .adjective: frames.isSwitchedOff(tokens[token].lower, .adjective)
    default: false
    }
  }

  /// Whether a verb stands in the passive, by its auxiliary, its subject or its bare participle.
  func isPassive(_ verb: Int) -> Bool {
    guard tokens[verb].tag == "VBN" || tokens[verb].tag == "VBD" else { return false }
    if hasChild(verb, .auxpass) || hasChild(verb, .nsubjpass) { return true }
    // "drones shot down by Russia fell", read as if the drones had shot: whoever stands behind "by" acts.
    if hasChild(verb, .agent), !hasChild(verb, .dobj), !hasChild(verb, .aux) { return true }
    if tokens[verb].dep == .conj, !hasChild(verb, .nsubj), !hasChild(verb, .aux), tokens[verb].tag == "VBN" {
      let first = tokens[verb].head
      return first != verb && isVerb(first) && isPassive(first)
    }
    let bare = !hasChild(verb, .aux) && !hasChild(verb, .nsubj) && tokens[verb].tag == "VBN"
    switch tokens[verb].dep {
    case .acl, .amod, .advcl, .relcl: return bare
    default: return bare && hasChild(verb, .agent)
    }
  }

  /// Whether the verb's parts go together one by one: "Spain and Portugal sent ships to Greece and Cyprus respectively".
  func isRespective(_ verb: Int) -> Bool {
    children(of: verb, .advmod).contains { tokens[$0].lower == "respectively" }
  }

  /// A noun phrase and its conjuncts; a relative pronoun stands for the noun that its clause describes.
  func expand(_ token: Int) -> [Int] {
    if isRelativePronoun(token), let noun = antecedent(of: token) { return analyzed.conjuncts(of: noun) }
    return analyzed.conjuncts(of: token)
  }

  /// The noun that the relative clause around a token describes.
  private func antecedent(of token: Int) -> Int? {
    var current = token
    for _ in 0..<8 {
      if tokens[current].dep == .relcl { return tokens[current].head }
      let head = tokens[current].head
      guard head != current else { return nil }
      current = head
    }
    return nil
  }
}
