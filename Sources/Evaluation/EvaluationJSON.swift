import Foundation
import Vocabulary

/// The figures of an evaluation as one JSON object, its keys in alphabetical order.
public enum EvaluationJSON {
  /// The object, with a newline behind it.
  /// - Parameters:
  ///   - recall: The figures of mentions, where they were measured.
  ///   - misses: Whether what was not found is listed.
  ///   - scores: The figures of triples, where they were measured.
  ///   - errors: How many of the missed, wrong and forbidden triples are listed.
  /// - Throws: `EncodingError`.
  public static func bytes(
    recall: MentionRecall?, misses: Bool, scores: TripleScores?, errors: Int
  ) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    let report = Report(
      mentions: recall.map { Mentions($0, misses: misses) }, triples: scores.map { Triples($0, errors: errors) })
    return Array(try encoder.encode(report)) + [UInt8(ascii: "\n")]
  }

  private struct Report: Encodable {
    let mentions: Mentions?
    let triples: Triples?
  }

  private struct Mentions: Encodable {
    struct Article: Encodable {
      let article: String
      let found, total, shift: Int
    }

    struct Miss: Encodable {
      let article: String
      let sentence: Int
      let actor, principal, text: String
    }

    let found, total, found_unshifted: Int
    let recall: Double
    let articles: [Article]
    let misses: [Miss]?

    init(_ recall: MentionRecall, misses: Bool) {
      found = recall.found
      total = recall.total
      found_unshifted = recall.foundUnshifted
      self.recall = Figure.rounded(recall.recall)
      articles = recall.counts.map { Article(article: $0.article, found: $0.found, total: $0.total, shift: $0.shift) }
      self.misses =
        misses
        ? recall.misses.map {
          Miss(article: $0.article, sentence: $0.sentence, actor: $0.actor, principal: $0.principal, text: $0.text)
        } : nil
    }
  }

  private struct Figures: Encodable {
    let precision, recall, f1: Double
    let right, wrong, missed: Int
    var met: Int?
    var sought: Int?

    init(_ figures: TripleFigures) {
      precision = Figure.rounded(figures.precision)
      recall = Figure.rounded(figures.recall)
      f1 = Figure.rounded(figures.f1)
      right = figures.right
      wrong = figures.wrong
      missed = figures.missed
    }

    init(_ type: TripleScores.OfType) {
      self.init(type.figures)
      met = type.met
      sought = type.sought
    }
  }

  private struct Triples: Encodable {
    struct OnMatched: Encodable {
      let realis, actor, attribution: Double
    }

    struct Party: Encodable {
      let actor: String?
      let principal: String
    }

    /// A triple with the keys that `entente extract` gives it.
    struct Line: Encodable {
      let article: String
      let sentence: Int?
      let source, target: Party
      let relation, type, realis, attributed_to: String?
      let text: String
      let annotated_realis: String?

      init(_ miss: TripleScores.Missed) {
        let triple = miss.triple
        article = miss.article
        sentence = triple.sentence
        source = Party(actor: triple.source.actor, principal: triple.source.principal)
        target = Party(actor: triple.target.actor, principal: triple.target.principal)
        relation = triple.relation
        type = triple.type?.rawValue
        realis = triple.realis?.rawValue
        attributed_to = triple.attributedTo
        text = miss.text
        annotated_realis = nil
      }

      init(_ wrong: TripleScores.Wrong) {
        let triple = wrong.triple
        article = triple.article
        sentence = triple.sentence
        source = Party(actor: triple.source.actor, principal: triple.source.principal)
        target = Party(actor: triple.target.actor, principal: triple.target.principal)
        relation = triple.relation
        type = triple.type
        realis = triple.realis
        attributed_to = triple.attributedTo
        text = wrong.text
        annotated_realis = wrong.gold?.realis?.rawValue
      }
    }

    struct Errors: Encodable {
      let missed, wrong, forbidden: [Line]
    }

    let measures: [String: Figures]
    let types: [String: Figures]
    let on_matched: OnMatched
    let forbidden: Int?
    let errors: Errors?

    init(_ scores: TripleScores, errors count: Int) {
      measures = Dictionary(
        TripleMeasure.allCases.map { ($0.rawValue, Figures(scores[$0])) }, uniquingKeysWith: { $1 })
      types = scores.types.mapValues { Figures($0) }
      let matched = scores.onMatched
      func share(_ part: Int, _ whole: Int) -> Double { Figure.rounded(TripleFigures.share(part, whole)) }
      on_matched = OnMatched(
        realis: share(matched.realis, matched.count), actor: share(matched.actors, matched.parties),
        attribution: share(matched.attribution, matched.count))
      forbidden = scores.forbidden?.count
      errors =
        count > 0
        ? Errors(
          missed: scores.missed.prefix(count).map { Line($0) }, wrong: scores.wrong.prefix(count).map { Line($0) },
          forbidden: (scores.forbidden ?? []).prefix(count).map { Line($0) }) : nil
    }
  }
}
