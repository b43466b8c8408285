public import Actors
import Language
import Vocabulary

/// One way in which two mentions of a document could be related, for the training of the scorer.
public struct PairExample: Sendable {
  /// The token that may carry the relation.
  public let trigger: Int
  /// Who may act.
  public let source: Mention
  /// To whom it may be done.
  public let target: Mention
  /// The names of its features; those of words are odd.
  public let features: [UInt32]
  /// The tokens whose vectors count: trigger, source, target, the trigger's object and governor; -1 where there is none.
  public let words: [Int32]
  /// Sets of suggested types as bits, one a kind of hint.
  public let hints: [UInt16]
}

extension RelationExtractor {
  /// All ways in which the mentions of a document could be related, sentence by sentence.
  public func examples(in actors: DocumentActors) -> [PairExample] {
    let context = SentenceContext(actors: actors, frames: frames)
    let found = candidates(in: context)
    let mentions = PairFinder.mentions(in: context)
    return actors.analyzed.document.sentences.enumerated().flatMap { number, sentence in
      let finder = PairFinder(
        context: context, sentence: sentence, mentions: mentions[number] ?? [],
        proposed: found.filter { actors.analyzed.sentenceOf[$0.token] == number })
      return finder.proposals(sentence).flatMap { proposals in
        proposals.pairs.map { pair in
          PairExample(
            trigger: proposals.trigger, source: finder.mentions[pair.source], target: finder.mentions[pair.target],
            features: [
              proposals.own, proposals.sources[pair.source], proposals.targets[pair.target], pair.features,
            ].flatMap { proposals.names[$0] },
            words: [
              Int32(proposals.trigger), Int32(finder.mentions[pair.source].head),
              Int32(finder.mentions[pair.target].head), Int32(proposals.object ?? -1),
              Int32(proposals.governor ?? -1),
            ], hints: (0..<FrameHints.count).map { pair.hints[$0] })
        }
      }
    }
  }
}
