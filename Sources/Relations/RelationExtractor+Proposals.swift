public import Actors

extension RelationExtractor {
  /// A relation that a rule proposed, and what became of it.
  public struct Proposal: Sendable {
    /// The relation; its source or target may lack a principal where it was refused.
    public let relation: Relation
    /// Its number among what `relations(in:)` gives, from 0; nil where it was refused.
    public let number: Int?
    /// Why it was not kept; nil where it was.
    public let refusal: Refusal?
  }

  /// All that the rules propose for one document, in the order of its text: for explanations.
  ///
  /// Those without a refusal are what `relations(in:)` gives.
  public func proposals(in actors: DocumentActors) -> [Proposal] {
    var refused: [Proposal] = []
    let kept = decide(in: SentenceContext(actors: actors, frames: frames)) { candidate, refusal in
      refused.append(Proposal(relation: relation(candidate, in: actors), number: nil, refusal: refusal))
    }
    let all = kept.enumerated().map { Proposal(relation: relation($1, in: actors), number: $0, refusal: nil) } + refused
    return all.enumerated().sorted { Self.place($0) < Self.place($1) }.map(\.element)
  }

  /// Where a proposal stands: by its words, of equals the kept one first.
  private static func place(_ item: (offset: Int, element: Proposal)) -> (Int, Int, Int, Int) {
    let relation = item.element.relation
    return (relation.token, relation.source.head, relation.target.head, item.offset)
  }
}
