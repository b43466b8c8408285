/// The weights and tables of the English model. Immutable; load it once and share it among workers.
public final class Model: Sendable {
  let lexicon: Lexicon
  let tokenizer: TokenizerRules
  let shared: EncoderWeights
  let names: EncoderWeights
  let tagger: PackedWeights
  let tags: [String]
  let parser: TransitionWeights
  let parserActions: [ParserAction]
  let recognizer: TransitionWeights
  let recognizerActions: [EntityAction]
  let rules: AttributeRules
  let lemmatizer: Lemmatizer

  /// Loads the model from its folder or from the wheel in which it is published.
  ///
  /// Every tensor's name, type and shape is checked; a missing, short or altered file gives an error that names it.
  /// Takes about 50 ms from a folder.
  public static func load(from path: String) throws(LanguageError) -> Model {
    try Model(try ModelFiles(path: path))
  }

  private init(_ files: ModelFiles) throws(LanguageError) {
    lexicon = try Lexicon(try files.message("vocab/lookups.bin"))
    tokenizer = try TokenizerRules(try files.message("tokenizer"))
    shared = try EncoderWeights.shared(try files.network("tok2vec/model"))
    tags = try Self.readTags(try files.read("tagger/cfg"), name: files.displayName("tagger/cfg"))
    let taggerFile = try files.network("tagger/model")
    tagger = PackedWeights(
      try taggerFile.tensor(3, "softmax", "W", [tags.count, MaxoutLayer.width]).values,
      bias: try taggerFile.tensor(3, "softmax", "b", [tags.count]).values, outputs: tags.count,
      inner: MaxoutLayer.width)
    parserActions = try ParserAction.read(try files.message("parser/moves"))
    parser = try TransitionWeights(try files.network("parser/model"), slots: 8, actions: parserActions.count)
    let namesFile = try files.network("ner/model")
    names = try EncoderWeights.names(namesFile)
    recognizerActions = try EntityAction.read(try files.message("ner/moves"))
    recognizer = try TransitionWeights(namesFile, slots: 3, actions: recognizerActions.count)
    rules = try AttributeRules(try files.message("attribute_ruler/patterns"), tags: tags)
    lemmatizer = try Lemmatizer(try files.message("lemmatizer/lookups/lookups.bin"), lexicon: lexicon)
  }

  /// The tagger's labels, in the order of its outputs; at most 64.
  private static func readTags(_ bytes: [UInt8], name: String) throws(LanguageError) -> [String] {
    guard case .object(let object)? = JSONValue(String(decoding: bytes, as: UTF8.self)),
      case .list(let labels)? = object["labels"]
    else { throw .damaged(file: name, reason: "it has no labels") }
    let tags = labels.compactMap { if case .string(let tag) = $0 { tag } else { nil } }
    guard tags.count == labels.count, (1...64).contains(tags.count) else {
      throw .damaged(file: name, reason: "its labels are no tags")
    }
    return tags
  }
}
