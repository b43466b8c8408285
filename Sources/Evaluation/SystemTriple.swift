import Foundation
public import Vocabulary

/// A triple that is to be scored: what scoring asks of it, and its sentence.
public struct SystemTriple: Sendable, Hashable {
  /// The principals of a triple, folded.
  struct Parties: Sendable, Hashable {
    let source: FoldedName
    let target: FoldedName
    var reversed: Parties { Parties(source: target, target: source) }
  }

  /// An actor and the code of the principal for whom it acts.
  public struct Party: Sendable, Hashable, Decodable {
    /// The actor's usual name.
    public let actor: String?
    /// The principal's code.
    public let principal: String
  }

  /// The article's id.
  public let article: String
  /// 0 for the title, the body's sentences from 1; nil where nobody says so.
  public let sentence: Int?
  /// Who acts.
  public let source: Party
  /// On whom.
  public let target: Party
  /// The relation's phrase.
  public let relation: String?
  /// The relation's type; another program may have types of its own, which are never right.
  public let type: String?
  /// Whether it is reported as having happened.
  public private(set) var realis: String?
  /// The principal whose claim it is.
  public let attributedTo: String?
  /// The sentence's words, where they are known.
  public let text: String?

  let parties: Parties

  /// Takes a triple of our own.
  public init(_ triple: Triple) {
    self.init(
      Line(
        article: triple.article, sentence: triple.sentence,
        source: Party(actor: triple.source.actor.name, principal: triple.source.principal),
        target: Party(actor: triple.target.actor.name, principal: triple.target.principal),
        relation: triple.relation, type: triple.type.rawValue, realis: triple.realis.rawValue,
        attributed_to: triple.attributedTo, text: triple.evidence.text))
  }

  fileprivate struct Line: Decodable {
    let article: String
    let sentence: Int?
    let source: Party
    let target: Party
    let relation: String?
    let type: String?
    let realis: String?
    let attributed_to: String?
    let text: String?
  }

  fileprivate init(_ line: Line) {
    article = line.article
    sentence = line.sentence
    source = line.source
    target = line.target
    relation = line.relation
    type = line.type
    realis = line.realis
    attributedTo = line.attributed_to
    text = line.text
    parties = Parties(source: FoldedName(line.source.principal), target: FoldedName(line.target.principal))
  }

  /// The triple as a coder of events says it, who knows no realis: what is planned or negated counts as actual, what
  /// is requested or possible is none (nil).
  public var asEvent: SystemTriple? {
    if realis == Realis.requested.rawValue || realis == Realis.possible.rawValue { return nil }
    var event = self
    event.realis = Realis.actual.rawValue
    return event
  }

  /// Reads a file of triples in JSON Lines, as `entente extract --format jsonl` writes them; keys that scoring does not
  /// ask for may be missing.
  /// - Parameter gold: The annotations; each triple must be of one of their articles.
  /// - Throws: `EvaluationError` with the line that is none.
  public static func read(from path: String, gold: GoldSet) throws(EvaluationError) -> [SystemTriple] {
    guard let data = FileManager.default.contents(atPath: path) else { throw .unreadableTriples(path) }
    var triples: [SystemTriple] = []
    for (number, line) in JSONLines.lines(of: data) {
      guard let triple = try? JSONDecoder().decode(Line.self, from: line) else {
        throw .malformedTriple(path, line: number)
      }
      guard gold.triples[triple.article] != nil else {
        throw .unknownArticle(path, line: number, id: triple.article)
      }
      triples.append(SystemTriple(triple))
    }
    return triples
  }
}
