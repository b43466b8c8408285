/// A text that the pipeline has analysed.
public struct Document: Sendable {
  /// The text as it was given.
  public let text: String
  /// Its tokens in order.
  public let tokens: [Token]
  /// The sentences as ranges of tokens; together they cover all tokens.
  public let sentences: [Range<Int>]
  /// The names in order, without overlap.
  public let entities: [Entity]
  /// The vectors that the tagger and the parser see, `vectorWidth` floats a token; empty where there are none.
  public let vectors: [Float]

  /// How many floats a token's vector has.
  public static let vectorWidth = MaxoutLayer.width

  /// Makes a document of its parts. The parts must fit: heads inside the tokens, ranges inside the tokens.
  public init(text: String, tokens: [Token], sentences: [Range<Int>], entities: [Entity], vectors: [Float] = []) {
    self.text = text
    self.tokens = tokens
    self.sentences = sentences
    self.entities = entities
    self.vectors = vectors
  }
}
