/// What the parser can do in a state.
struct ParserAction: Sendable {
  enum Kind: Int, Sendable {
    case shift, reduce, left, right, sentenceBreak
  }

  let kind: Kind
  /// The label of the arc; `dep` where there is none.
  let label: Dependency
  /// The label of the true head, for an arc that was lifted to keep the tree projective.
  let headLabel: Dependency?

  /// Reads the actions of parser/moves. The scorer needs them kind by kind, with one shift, reduce and break.
  static func read(_ file: MessageFile) throws(LanguageError) -> [ParserAction] {
    var actions: [ParserAction] = []
    for (kind, name) in try Moves.read(file) {
      guard let kind = Kind(rawValue: kind) else { throw file.damaged("moves has an action of kind \(kind)") }
      let parts = name.split(separator: "|", omittingEmptySubsequences: true).map { Dependency(rawValue: String($0)) }
      guard !parts.contains(nil), parts.count <= 2 else { throw file.damaged("moves has the unknown label \(name)") }
      actions.append(
        ParserAction(kind: kind, label: (parts.first ?? nil) ?? .dep, headLabel: parts.count == 2 ? parts[1] : nil))
    }
    for kind in [Kind.shift, .reduce, .sentenceBreak] where actions.count(where: { $0.kind == kind }) != 1 {
      throw file.damaged("moves has not one \(kind)")
    }
    return actions
  }
}

/// What the recognizer can do at a token.
struct EntityAction: Sendable {
  enum Kind: Int, Sendable {
    case begin = 1, inside, last, unit, outside
  }

  let kind: Kind
  /// Nil for `outside`, and for an action that is never taken.
  let label: EntityLabel?

  /// Reads the actions of ner/moves. Every label must have each of its four actions, and `outside` must be there.
  static func read(_ file: MessageFile) throws(LanguageError) -> [EntityAction] {
    var actions: [EntityAction] = []
    for (kind, name) in try Moves.read(file) {
      guard let kind = Kind(rawValue: kind) else { throw file.damaged("moves has an action of kind \(kind)") }
      let label = EntityLabel(rawValue: name)
      guard name.isEmpty || label != nil else { throw file.damaged("moves has the unknown label \(name)") }
      actions.append(EntityAction(kind: kind, label: label))
    }
    guard actions.count(where: { $0.kind == .outside }) == 1 else { throw file.damaged("moves has not one outside") }
    for label in EntityLabel.allCases {
      for kind in [Kind.begin, .inside, .last, .unit]
      where actions.count(where: { $0.kind == kind && $0.label == label }) != 1 {
        throw file.damaged("moves has not one \(kind) for \(label.rawValue)")
      }
    }
    return actions
  }
}
