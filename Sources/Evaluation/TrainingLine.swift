import Vocabulary

extension TrainingMistake: Error {}

/// One annotation: `SOURCE(ACTOR) > TARGET(ACTOR) TYPE [realis] [optional] [by=PRINCIPAL] relation`.
struct TrainingLine {
  private var rest: Substring

  /// Reads it, without its indent.
  static func triple(_ text: Substring, sentence: Int) -> Result<GoldTriple, TrainingMistake> {
    var line = TrainingLine(rest: text)
    guard let source = line.party() else { return .failure(.triple) }
    let isSymmetric = line.take(" = ")
    guard isSymmetric || line.take(" > "), let target = line.party(), line.take(" ") else { return .failure(.triple) }
    guard let type = EventType(rawValue: String(line.word())) else { return .failure(.type) }
    if source.principal == target.principal { return .failure(.same) }
    var realis = Realis.actual
    var isOptional: Bool?
    var claimant: String?
    while line.take(" ") {
      let before = line
      if line.take("by=") {
        guard let name = line.name() else { return .failure(.triple) }
        claimant = name
        continue
      }
      let word = String(line.word())
      if word == "optional" {
        isOptional = true
      } else if let named = Realis(rawValue: word) {
        realis = named
      } else {
        line = before
        break
      }
    }
    let relation = line.rest.drop(while: \.isWhitespace)
    if relation.isEmpty { return .failure(.relation) }
    return .success(
      GoldTriple(
        sentence: sentence, source: source, target: target, relation: String(relation), type: type, realis: realis,
        attributedTo: claimant, symmetric: isSymmetric ? true : nil, optional: isOptional))
  }

  /// A principal and, in brackets, who acts for it.
  private mutating func party() -> GoldTriple.Party? {
    guard let principal = name() else { return nil }
    guard take("(") else { return GoldTriple.Party(actor: principal, principal: principal) }
    guard let end = rest.firstIndex(of: ")") else { return nil }
    let actor = String(rest[..<end])
    rest = rest[end...].dropFirst()
    return GoldTriple.Party(actor: actor.isEmpty ? principal : actor, principal: principal)
  }

  /// A name: in quotes, or up to a space or a bracket.
  private mutating func name() -> String? {
    let isQuoted = take("\"")
    let name = rest.prefix { isQuoted ? $0 != "\"" : !$0.isWhitespace && !"\">(".contains($0) }
    rest = rest[name.endIndex...]
    guard !name.isEmpty, !isQuoted || take("\"") else { return nil }
    return String(name)
  }

  /// The letters up to the next space.
  private mutating func word() -> Substring {
    let word = rest.prefix { $0 != " " }
    rest = rest[word.endIndex...]
    return word
  }

  /// Passes over a text where it comes next.
  private mutating func take(_ text: String) -> Bool {
    guard rest.hasPrefix(text) else { return false }
    rest = rest.dropFirst(text.count)
    return true
  }
}
