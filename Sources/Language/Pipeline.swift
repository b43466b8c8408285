/// One worker of the analysis: it has its own caches and scratch memory, and belongs to one thread at a time.
///
/// ```swift
/// let model = try Model.load(from: path)
/// let documents = Pipeline(model: model).analyze(["NATO urges restraint."])
/// ```
///
/// Caches are bounded: texts of any length and vocabulary leave the worker's memory as it is.
public final class Pipeline {
  private let model: Model
  private let store: LexemeStore
  private let tokenizer: Tokenizer
  let sharedEncoder: Encoder
  let namesEncoder: Encoder
  let tagger: Tagger
  let parser: Parser
  let recognizer: EntityRecognizer
  private let annotator: Annotator
  private var tokens = TokenBuffer()
  /// The forms that stand in the text where another word is read.
  private var written: [Int: Int32] = [:]
  private var keys: [Int32] = []
  private var startsSentence: [Bool] = []
  private var annotations: [Annotation] = []
  private var entities: [Entity] = []

  /// Texts go through the networks together until they are this long, in bytes of UTF-8.
  private static let batchBytes = 6_000

  /// Makes a worker. Cheap: caches fill as texts come.
  public init(model: Model) {
    self.model = model
    store = LexemeStore(lexicon: model.lexicon)
    tokenizer = Tokenizer(rules: model.tokenizer, store: store)
    let scratch = EncoderScratch()
    sharedEncoder = Encoder(weights: model.shared, scratch: scratch)
    namesEncoder = Encoder(weights: model.names, scratch: scratch)
    tagger = Tagger(model: model)
    parser = Parser(weights: model.parser, actions: model.parserActions)
    recognizer = EntityRecognizer(weights: model.recognizer, actions: model.recognizerActions)
    annotator = Annotator(rules: model.rules, lemmatizer: model.lemmatizer, tags: model.tags)
  }

  /// Analyses texts and gives their documents in the same order.
  ///
  /// Each text is analysed by itself; several at once go faster. Cost is linear in the number of tokens.
  public func analyze(_ texts: [String]) -> [Document] {
    var documents: [Document] = []
    documents.reserveCapacity(texts.count)
    var start = 0
    while start < texts.count {
      var end = start
      var bytes = 0
      while end < texts.count && (end == start || bytes + texts[end].utf8.count <= Self.batchBytes) {
        bytes += texts[end].utf8.count
        end += 1
      }
      analyze(texts[start..<end], into: &documents)
      start = end
    }
    return documents
  }

  /// Analyses a text as if some of its words were others. The words of the document stay what they are, but their
  /// lemmas are those of the words that were read.
  /// - Parameter replacements: Other words by the number of the token; numbers that are none are left out.
  public func analyze(_ text: String, reading replacements: [Int: String]) -> Document {
    var documents: [Document] = []
    analyze([text], reading: replacements, into: &documents)
    return documents.first ?? Document(text: text, tokens: [], sentences: [], entities: [])
  }

  private func analyze(
    _ texts: ArraySlice<String>, reading replacements: [Int: String] = [:], into documents: inout [Document]
  ) {
    emptyFullCaches()
    tokens.removeAll()
    written.removeAll()
    for text in texts { tokenizer.tokenize(text, into: &tokens) }
    for (index, word) in replacements where tokens.lexemes.indices.contains(index) {
      written[index] = tokens.lexemes[index]
      var word = word
      tokens.lexemes[index] = word.withUTF8 { store.number($0) }
    }
    let vectors = encodeShared()
    let tags = tagger.tag(vectors, tokens: tokens.count)
    parser.prepare(vectors, tokens: tokens.count)
    recognizer.prepare(encodeNames(), tokens: tokens.count)
    for (text, range) in zip(texts, tokens.documents) { documents.append(finish(text, range, tags, vectors)) }
  }

  /// Caches hold each other's numbers, so they go together.
  private func emptyFullCaches() {
    guard store.isFull || tokenizer.isFull || annotator.isFull else { return }
    store.removeAll()
    tokenizer.removeAll()
    annotator.removeAll()
    sharedEncoder.removeAll()
    namesEncoder.removeAll()
  }

  private func encodeShared() -> UnsafeMutablePointer<Float> {
    keys.removeAll(keepingCapacity: true)
    for index in 0..<tokens.count { keys.append(tokens.lexemes[index] * 2 + (tokens.spaces[index] ? 1 : 0)) }
    return sharedEncoder.encode(keys, documents: tokens.documents) { key, column in
      let lexeme = store.lexemes[Int(key >> 1)]
      switch column {
      case 0: return lexeme.normID
      case 1: return lexeme.prefixID
      case 2: return lexeme.suffixID
      case 3: return lexeme.shapeID
      case 4: return UInt64(key & 1)
      default: return lexeme.isSpace ? 1 : 0
      }
    }
  }

  private func encodeNames() -> UnsafeMutablePointer<Float> {
    namesEncoder.encode(tokens.lexemes, documents: tokens.documents) { key, column in
      let lexeme = store.lexemes[Int(key)]
      switch column {
      case 0: return lexeme.normID
      case 1: return lexeme.prefixID
      case 2: return lexeme.suffixID
      default: return lexeme.shapeID
      }
    }
  }

  /// Parses one text of the batch, finds its names, and puts everything together.
  private func finish(
    _ text: String, _ range: Range<Int>, _ tags: [UInt8], _ vectors: UnsafeMutablePointer<Float>
  ) -> Document {
    guard !range.isEmpty else { return Document(text: text, tokens: [], sentences: [], entities: []) }
    let lexemes = store.lexemes
    let isSpace = { (index: Int) in lexemes[Int(self.tokens.lexemes[range.lowerBound + index])].isSpace }
    parser.parse(offset: range.lowerBound, count: range.count)
    parser.finish(isSpace: isSpace, starts: &startsSentence)
    annotator.annotate(
      forms: tokens.lexemes[range], tagNumbers: tags[range], labels: parser.tree.labels, store: store,
      into: &annotations)
    recognizer.recognize(
      offset: range.lowerBound, count: range.count, startsSentence: startsSentence, isSpace: isSpace, into: &entities)
    var result: [Token] = []
    result.reserveCapacity(range.count)
    var sentences: [Range<Int>] = []
    var sentenceStart = 0
    for index in 0..<range.count {
      let place = range.lowerBound + index
      let lexeme = lexemes[Int(written[place] ?? tokens.lexemes[place])]
      let start = Int(tokens.starts[range.lowerBound + index])
      let annotation = annotations[index]
      if startsSentence[index] && index > 0 {
        sentences.append(sentenceStart..<index)
        sentenceStart = index
      }
      result.append(
        Token(
          text: lexeme.text, lower: lexeme.lower, norm: lexeme.norm, start: start, end: start + lexeme.length,
          hasSpaceAfter: tokens.spaces[range.lowerBound + index], tag: annotation.tag, pos: annotation.pos,
          morph: annotation.morph, lemma: annotation.lemma, head: parser.tree.heads[index],
          dep: annotation.dependency, entity: .outside, startsSentence: startsSentence[index]))
    }
    sentences.append(sentenceStart..<range.count)
    for entity in entities {
      for index in entity.tokens {
        result[index].entity = index == entity.tokens.lowerBound ? .begin(entity.label) : .inside(entity.label)
      }
    }
    let width = Document.vectorWidth
    return Document(
      text: text, tokens: result, sentences: sentences, entities: entities,
      vectors: Array(UnsafeBufferPointer(start: vectors + range.lowerBound * width, count: range.count * width)))
  }
}
