import Actors
import Language
import Vocabulary

/// What it means that somebody stops doing something: "stopped selling it arms" is a sanction, "ceased shelling" a
/// retreat.
struct Ending {
  let sentence: SentenceContext

  /// The verb that ends what another verb tells; nil where none does.
  func governor(of verb: Int) -> Int? {
    let tokens = sentence.tokens
    let first = sentence.reader.analyzed.firstConjunct(of: verb)
    let head = tokens[first].head
    guard head != first, tokens[first].dep == .xcomp, sentence.reader.isVerb(head),
      sentence.reader.rules(of: head)?.flags.contains(.reverse) == true
    else { return nil }
    return head
  }

  /// The type of ending a deed of a type; nil where ending it is no deed of its own.
  static func type(endOf type: EventType) -> EventType? {
    switch type {
    case .aid, .cooperate: .sanction
    case .assault, .mobilize: .retreat
    case .sanction, .coerce: .concede
    default: nil
    }
  }
}
