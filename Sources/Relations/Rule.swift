import Actors
import Language

/// One way in which a sentence can say who did what to whom.
protocol Rule: Sendable {
  /// The rule's name, as explanations give it.
  static var name: String { get }
  /// The relations that the rule finds at a token.
  func candidates(at token: Int, in sentence: SentenceContext) -> [Candidate]
}

/// What all rules share about one document.
struct SentenceContext {
  let reader: SentenceReader
  let builder: ClauseBuilder
  let factuality: Factuality
  let finder: PartyFinder

  init(actors: DocumentActors, frames: FrameBook) {
    reader = SentenceReader(actors: actors, frames: frames)
    builder = ClauseBuilder(reader: reader)
    factuality = Factuality(reader: reader, builder: builder)
    finder = PartyFinder(reader: reader, builder: builder)
  }

  var tokens: [Token] { reader.tokens }
  var frames: FrameBook { reader.frames }
}
