import Vocabulary

/// Tells which rows of a lemma leave nothing for a row below them.
///
/// It never says so of a row that may yet be found; it overlooks some that can't be.
struct FrameOrder {
  let kind: FrameKind
  /// The rows above, in the order of the table.
  let above: [Frame]

  /// The places among `above` of the rows that always win over a frame; none where something is left for it.
  func winners(over frame: Frame) -> Set<Int> {
    guard hidingComplement(of: frame) != nil || frame.complements.isEmpty else { return [] }
    // A row with a complement alone stops the search as well; that is none of its purposes.
    if frame.type == nil, !frame.complements.isEmpty { return [] }
    var winners: Set<Int> = []
    for part in FramePart.all(of: frame, kind) {
      guard let winner = above.indices.first(where: { wins(above[$0], over: frame, part) }) else { return [] }
      winners.insert(winner)
    }
    return winners
  }

  /// The place of the row above whose complement is always taken instead of the frame's; nil where there is none.
  func hidingComplement(of frame: Frame) -> Int? {
    guard !frame.complements.isEmpty else { return nil }
    return above.indices.first { index in
      let earlier = above[index]
      guard !earlier.complements.isEmpty else { return false }
      switch (earlier.object, frame.object) {
      case (.any, .any), (.none, .none), (.any, .none): return true
      case (.nouns(let some), .nouns(let own)): return own.isSubset(of: some)
      // Of several complements one that asks for a phrase is never taken.
      case (_, .phrase): return true
      default: return false
      }
    }
  }

  private func wins(_ earlier: Frame, over frame: Frame, _ part: FramePart) -> Bool {
    switch kind {
    case .verb: winsAsVerb(earlier, over: frame, part)
    case .noun:
      earlier.type != nil && earlier.source == frame.source && earlier.target.starts(with: frame.target)
        && (!frame.flags.contains(.between) || earlier.target == frame.target)
        && earlier.flags.intersection([.between, .role]).isSuperset(of: frame.flags.intersection([.between, .role]))
        && (earlier.type == .consult || frame.type != .consult)
        && (earlier.flags.contains(.role) == frame.flags.contains(.role))
    case .adjective:
      earlier.type != nil && part.slot.map(earlier.target.contains) ?? false
    }
  }

  private func winsAsVerb(_ earlier: Frame, over frame: Frame, _ part: FramePart) -> Bool {
    guard part.object.isWithin(earlier.object) else { return false }
    // A row without a type ends the search.
    guard let type = earlier.type else { return true }
    let conditions: FrameFlags = [.forces, .envoy, .bound, .body]
    guard frame.type != nil, earlier.flags.intersection(conditions).isSubset(of: frame.flags),
      type.judgesDeeds || frame.type?.judgesDeeds != true
    else { return false }
    return part.slot.map(earlier.target.contains) ?? earlier.flags.contains(.symmetric)
  }
}

/// One way in which a frame can be found: an object and a slot.
private struct FramePart {
  enum Object {
    case any, none
    case noun(String)
    case phrase(String, String)

    func isWithin(_ condition: Frame.ObjectCondition) -> Bool {
      switch (self, condition) {
      case (_, .any), (.none, .none): true
      case (.noun(let noun), .nouns(let nouns)): nouns.contains(noun)
      case (.phrase(let preposition, let noun), .phrase(let phrases)): phrases[preposition]?.contains(noun) ?? false
      default: false
      }
    }
  }

  let object: Object
  /// The target's place; nil where the frame is found without one.
  let slot: Slot?

  static func all(of frame: Frame, _ kind: FrameKind) -> [FramePart] {
    let objects: [Object] =
      switch frame.object {
      case .any: [.any]
      case .none: [.none]
      case .nouns(let nouns): nouns.map { .noun($0) }
      case .phrase(let phrases): phrases.flatMap { name, nouns in nouns.map { .phrase(name, $0) } }
      }
    var slots: [Slot?] = frame.type == nil || kind == .noun ? [] : frame.target
    if slots.isEmpty || (kind == .verb && frame.flags.contains(.symmetric)) { slots.append(nil) }
    return objects.flatMap { object in slots.map { FramePart(object: object, slot: $0) } }
  }
}
