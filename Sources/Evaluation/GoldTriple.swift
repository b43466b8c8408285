public import Vocabulary

/// One annotated triple, as docs/evaluation.md describes the format.
public struct GoldTriple: Decodable, Sendable, Hashable {
  /// An actor and the code of the principal for whom it acts.
  public struct Party: Decodable, Sendable, Hashable {
    /// The actor's usual name.
    public let actor: String
    /// The principal's code.
    public let principal: String
  }

  /// 0 for the title, the body's sentences from 1.
  public let sentence: Int
  /// Who acts.
  public let source: Party
  /// On whom.
  public let target: Party
  /// The relation's phrase.
  public let relation: String
  /// The relation's type; triples without one are not scored.
  public let type: EventType?
  /// Whether it is reported as having happened; triples that do not say so are not scored.
  public let realis: Realis?
  /// The principal whose claim the triple is.
  public let attributedTo: String?
  /// Whether both take part alike, so that either direction is right.
  public let symmetric: Bool?
  /// Whether careful annotators could differ: such a triple counts neither way.
  public let optional: Bool?

  private enum CodingKeys: String, CodingKey {
    case sentence, source, target, relation, type, realis, symmetric, optional
    case attributedTo = "attributed_to"
  }

  /// Whether it says enough to be scored as a triple.
  var isTyped: Bool { type != nil && realis != nil }
}

/// Triples that must not come out of an article.
public struct ForbiddenTriples: Decodable, Sendable, Hashable {
  /// The principal that acts; nil or `*` for any.
  public let source: String?
  /// The principal on whom; nil or `*` for any.
  public let target: String?
  /// The realis; nil for any.
  public let realis: String?

  /// Whether this triple is one of them.
  func has(_ triple: SystemTriple) -> Bool {
    func isMeant(_ name: String?, _ principal: FoldedName) -> Bool {
      name == nil || name == "*" || FoldedName(name) == principal
    }
    return isMeant(source, triple.parties.source) && isMeant(target, triple.parties.target)
      && (realis == nil || realis == triple.realis)
  }
}

/// One annotated article.
public struct GoldArticle: Decodable, Sendable, Hashable {
  /// The article's id.
  public let id: String
  /// What a careful reader finds in it.
  public let triples: [GoldTriple]
  /// What must not be found; nil where the article says nothing of it.
  public let forbidden: [ForbiddenTriples]?
}
