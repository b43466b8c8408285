public import Articles
import Actors
import Language
import Relations
public import Vocabulary

extension Extractor.Worker {
  /// Explains one article, sentence by sentence: words, parse, mentions, and each relation that a rule proposed, kept
  /// or refused. The sentences have the numbers that triples have; those that are not read are among them.
  public func explain(_ article: ReadArticle) -> [SentenceExplanation] {
    let documents = self.documents([article]).first ?? []
    let actors = extractor.actors.resolve(documents.map(\.document), date: article.article.date)
    let numbers = SentenceNumbers.first(of: article.blocks, documents.map(\.document))
    let texts = BlockTexts(article.article.text).texts(article.blocks)
    var content = zip(documents.map(\.document), actors).makeIterator()
    return zip(zip(article.blocks, texts), numbers).flatMap { pair, number -> [SentenceExplanation] in
      let (block, text) = pair
      guard block.kind.isContent, let (document, actors) = content.next() else {
        guard block.kind != .dateline else { return [] }
        return [
          SentenceExplanation(
            article: article.article.id, sentence: number, part: block.kind.rawValue, isRead: false, text: text,
            range: block.range)
        ]
      }
      let words = BlockWords(block: block, analyzed: actors.analyzed, text: text)
      let records = words.sentences(from: number)
      let explainer = BlockExplainer(
        block: block, actors: actors, proposals: extractor.relations.proposals(in: actors), quoted: words)
      let sentences = SentenceNumbers.sentences(of: document, in: block)
      return zip(records, sentences).enumerated().map { index, sentence in
        let (record, tokens) = sentence
        return SentenceExplanation(
          article: article.article.id, sentence: record.number, part: block.kind.rawValue, text: record.text,
          range: record.range, words: explainer.words(tokens), mentions: explainer.mentions(index),
          proposals: explainer.proposals(index))
      }
    }
  }
}

/// Turns what the modules say of one block into values that explain its sentences.
private struct BlockExplainer {
  let block: Block
  let actors: DocumentActors
  let quoted: BlockWords
  /// By the number of the sentence in the block.
  private let mentions: [Int: [Mention]]
  private let proposals: [Int: [RelationExtractor.Proposal]]

  init(block: Block, actors: DocumentActors, proposals: [RelationExtractor.Proposal], quoted: BlockWords) {
    self.block = block
    self.actors = actors
    self.quoted = quoted
    // A title is one sentence, whatever marks it has.
    func sentence(_ token: Int) -> Int { block.kind == .title ? 0 : actors.analyzed.sentenceOf[token] }
    mentions = Dictionary(grouping: actors.all) { sentence($0.head) }
    self.proposals = Dictionary(grouping: proposals) { sentence($0.relation.token) }
  }

  private var tokens: [Token] { actors.analyzed.tokens }

  /// The words of a sentence: without white space, and without the full stop that a headline gets for the parser.
  func words(_ sentence: Range<Int>) -> [SentenceExplanation.Word] {
    let shown = sentence.filter { !tokens[$0].isSpace && tokens[$0].end <= block.range.count }
    let numbers = Dictionary(uniqueKeysWithValues: shown.enumerated().map { ($1, $0) })
    return shown.map { index in
      let token = tokens[index]
      return SentenceExplanation.Word(
        text: token.text, lemma: token.lemma, tag: token.tag, pos: token.pos.rawValue,
        dependency: token.dep.rawValue, head: head(of: index, numbers), range: quoted.place(index..<index + 1))
    }
  }

  /// The number of the nearest word above that is shown.
  private func head(of token: Int, _ numbers: [Int: Int]) -> Int? {
    var current = token
    for _ in 0..<64 {
      let above = tokens[current].head
      if above == current { return nil }
      if let number = numbers[above] { return number }
      current = above
    }
    return nil
  }

  func mentions(_ sentence: Int) -> [SentenceExplanation.Mention] { mentions[sentence, default: []].map(mention) }

  func proposals(_ sentence: Int) -> [SentenceExplanation.Proposal] {
    let own = proposals[sentence, default: []]
    return own.map { proposal in
      let relation = proposal.relation
      return SentenceExplanation.Proposal(
        rule: relation.rule, frame: relation.frame, source: mention(relation.source), relation: relation.phrase,
        range: quoted.place(relation.token..<relation.token + 1), type: relation.type, cameo: relation.cameo,
        intensity: relation.intensity, target: mention(relation.target), realis: relation.realis,
        attributedTo: relation.attributedTo, confidence: relation.confidence,
        refusal: proposal.refusal.map { refusal in
          var other: Int?
          if case .saidTwice(let kept) = refusal { other = own.firstIndex { $0.number == kept } }
          return SentenceExplanation.Refusal(code: refusal.code, reason: refusal.description, other: other)
        })
    }
  }

  private func mention(_ mention: Mention) -> SentenceExplanation.Mention {
    SentenceExplanation.Mention(
      text: quoted.text(mention.tokens), range: quoted.place(mention.tokens), form: mention.form.rawValue,
      actor: mention.actor, principal: mention.principal)
  }
}
