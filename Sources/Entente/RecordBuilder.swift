import Actors
import Articles
import Graph
import Language
import Relations
import Vocabulary

/// Turns the analysed blocks of one article into what the store keeps: sentences, triples, actors.
struct RecordBuilder {
  let article: ReadArticle
  let documents: [(block: Block, document: Document)]
  let extractor: Extractor

  func record() -> ArticleRecord {
    let mentions = extractor.actors.resolve(documents.map(\.document), date: article.article.date)
    var record = ArticleRecord(
      article: article.article, digest: ContentDigest.of(article.article, knowledge: extractor.knowledge))
    var actors: [String: Actor] = [:]
    let numbers = SentenceNumbers.first(of: article.blocks, documents.map(\.document))
    var index = 0
    let texts = BlockTexts(article.article.text).texts(article.blocks)
    for ((block, text), number) in zip(zip(article.blocks, texts), numbers) {
      guard block.kind.isContent, index < documents.count else {
        // A byline, a credit, a line of boilerplate: a sentence that is kept and not read.
        if block.kind != .dateline {
          record.sentences.append(SentenceRecord(number: number, text: text, range: block.range))
        }
        continue
      }
      let quote = Quote(text)
      let sentences = self.sentences(of: documents[index].document, in: block, firstNumber: number, quote)
      for relation in extractor.relations.relations(in: mentions[index], date: article.article.date) {
        guard let triple = triple(relation, mentions[index], block, sentences, quote) else { continue }
        for actor in [relation.source.principal, relation.target.principal] {
          if let actor { actors[actor.code] = actor }
        }
        record.triples.append(triple)
      }
      record.sentences += sentences
      index += 1
    }
    record.actors = actors.values.sorted { $0.code < $1.code }
    return record
  }

  /// The sentences of a block's document as the article has them.
  func sentences(
    of document: Document, in block: Block, firstNumber: Int, _ quote: Quote
  ) -> [SentenceRecord] {
    SentenceNumbers.sentences(of: document, in: block).enumerated().map { number, range in
      let (start, end, text) = Self.trimmed(range, document, limit: block.range.count, quote)
      return SentenceRecord(
        number: firstNumber + number, text: text,
        range: block.range.lowerBound + start..<block.range.lowerBound + end)
    }
  }

  /// A sentence without the white space at its ends, and without what lies behind the block: where it stands in the
  /// document, and its words.
  private static func trimmed(
    _ range: Range<Int>, _ document: Document, limit: Int, _ quote: Quote
  ) -> (Int, Int, String) {
    let tokens = document.tokens[range].prefix { $0.end <= limit }
    guard let first = tokens.firstIndex(where: { !$0.isSpace }), let last = tokens.lastIndex(where: { !$0.isSpace })
    else { return (tokens.first?.start ?? 0, tokens.first?.start ?? 0, "") }
    var text = ""
    for token in tokens[first...last] {
      text += token.text
      if token.hasSpaceAfter, token.end < tokens[last].end { text += " " }
    }
    return (tokens[first].start, tokens[last].end, quote.text(tokens[first].start..<tokens[last].end) ?? text)
  }

  private func triple(
    _ relation: RelationExtractor.Relation, _ actors: DocumentActors, _ block: Block, _ sentences: [SentenceRecord],
    _ quote: Quote
  ) -> Triple? {
    let sentence = sentences.count == 1 ? sentences.first : sentences.dropFirst(relation.sentence).first
    guard let sentence, let source = relation.source.principal, let target = relation.target.principal else {
      return nil
    }
    let analyzed = actors.analyzed
    func words(_ tokens: Range<Int>) -> String {
      guard let first = tokens.first, let last = tokens.last else { return "" }
      return quote.text(analyzed.tokens[first].start..<analyzed.tokens[last].end) ?? analyzed.text(tokens)
    }
    func span(_ tokens: Range<Int>) -> Range<Int> {
      guard let first = tokens.first, let last = tokens.last else {
        return block.range.lowerBound..<block.range.lowerBound
      }
      return block.range.lowerBound + analyzed.tokens[first].start..<block.range.lowerBound + analyzed.tokens[last].end
    }
    return Triple(
      article: article.article.id, sentence: sentence.number,
      source: Participant(
        actor: relation.source.actor, principal: source.code, mention: words(relation.source.tokens)),
      relation: relation.phrase, type: relation.type, cameo: relation.cameo, intensity: relation.intensity,
      target: Participant(
        actor: relation.target.actor, principal: target.code, mention: words(relation.target.tokens)),
      realis: relation.realis, attributedTo: relation.attributedTo,
      date: relation.date?.start ?? article.article.date, datePrecision: relation.date?.precision ?? .article,
      confidence: relation.confidence,
      evidence: Evidence(
        text: sentence.text, sentence: sentence.range, source: span(relation.source.tokens),
        relation: span(relation.token..<relation.token + 1), target: span(relation.target.tokens)))
  }
}

/// The words of a block as the article has them, where they were read in another case.
struct Quote {
  private let scalars: [Unicode.Scalar]?

  init(_ text: String) { scalars = Recasing.isCapital(text) ? Array(text.unicodeScalars) : nil }

  /// The words of a range; nil where the block was read as it stands.
  func text(_ range: Range<Int>) -> String? {
    guard let scalars, range.lowerBound >= 0, range.upperBound <= scalars.count else { return nil }
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars[range])
    return String(view)
  }
}
