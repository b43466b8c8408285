import Actors
import Articles
import Graph
import Language
import Relations
import Vocabulary

/// Turns the analysed blocks of one article into what the store keeps: sentences, triples, actors.
struct RecordBuilder {
  let article: ReadArticle
  /// The blocks that are content, in order.
  let blocks: [BlockAnalysis]
  /// The fingerprint of rules and tables.
  let knowledge: String

  /// What tells an article's content, and what reads it, from others.
  static func digest(of article: ReadArticle, knowledge: String) -> String {
    ContentDigest.of(article.article, knowledge: article.isForeign ? knowledge + "/unread" : knowledge)
  }

  /// An article in another language: its blocks are kept as they are, and none is read.
  static func unread(_ article: ReadArticle, knowledge: String) -> ArticleRecord {
    var record = ArticleRecord(article: article.article, digest: digest(of: article, knowledge: knowledge))
    if record.article.language == nil { record.article.language = article.foreignLanguage }
    let blocks = article.blocks.filter { $0.kind != .dateline }
    let texts = BlockTexts(article.article.text).texts(blocks)
    let first = blocks.first?.kind == .title ? 0 : 1
    record.sentences = zip(blocks, texts).enumerated().map { place, block in
      SentenceRecord(number: first + place, text: block.1, range: block.0.range)
    }
    return record
  }

  func record() -> ArticleRecord {
    var record = ArticleRecord(
      article: article.article, digest: Self.digest(of: article, knowledge: knowledge))
    var actors: [String: Actor] = [:]
    let numbers = SentenceNumbers.first(of: article.blocks, blocks.map(\.actors.analyzed.document))
    var analyses = blocks[...]
    // A byline, a credit, a line of boilerplate: a sentence that is kept and not read.
    var unread = BlockTexts(article.article.text).texts(article.blocks.filter { !$0.kind.isContent })[...]
    for (block, number) in zip(article.blocks, numbers) {
      guard block.kind.isContent else {
        if let text = unread.popFirst(), block.kind != .dateline {
          record.sentences.append(SentenceRecord(number: number, text: text, range: block.range))
        }
        continue
      }
      guard let analysis = analyses.popFirst() else { continue }
      let words = BlockWords(block: block, analyzed: analysis.actors.analyzed, text: analysis.text)
      let sentences = words.sentences(from: number)
      for relation in analysis.relations {
        guard let triple = triple(relation, sentences, words) else { continue }
        for actor in [relation.source.principal, relation.target.principal] {
          if let actor { actors[actor.code] = actor }
        }
        record.triples.append(triple)
      }
      record.sentences += sentences
    }
    record.actors = actors.values.sorted { $0.code < $1.code }
    return record
  }

  private func triple(
    _ relation: RelationExtractor.Relation, _ sentences: [SentenceRecord], _ words: BlockWords
  ) -> Triple? {
    let sentence = sentences.count == 1 ? sentences.first : sentences.dropFirst(relation.sentence).first
    guard let sentence, let source = relation.source.principal, let target = relation.target.principal else {
      return nil
    }
    return Triple(
      article: article.article.id, sentence: sentence.number,
      source: Participant(
        actor: relation.source.actor, principal: source.code, mention: words.text(relation.source.tokens)),
      relation: relation.phrase, type: relation.type, cameo: relation.cameo, intensity: relation.intensity,
      target: Participant(
        actor: relation.target.actor, principal: target.code, mention: words.text(relation.target.tokens)),
      realis: relation.realis, attributedTo: relation.attributedTo,
      date: relation.date?.start ?? article.article.date, datePrecision: relation.date?.precision ?? .article,
      confidence: relation.confidence,
      evidence: Evidence(
        text: sentence.text, sentence: sentence.range, source: words.place(relation.source.tokens),
        relation: words.place(relation.token..<relation.token + 1), target: words.place(relation.target.tokens)))
  }
}
