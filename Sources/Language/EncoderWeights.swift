/// A table of vectors that a feature reaches through four hashes.
struct HashEmbedding: Sendable {
  let rows: Int
  let seed: UInt32
  let values: [Float]

  init(_ file: ThincFile, node: Int, rows: Int) throws(LanguageError) {
    self.rows = rows
    seed = try file.seed(node)
    values = try file.tensor(node, "hashembed", "E", [rows, MaxoutLayer.width]).values
  }
}

/// The weights of one network that turns tokens into vectors: hashed embeddings, a mixer, four convolutions.
struct EncoderWeights: Sendable {
  let embeddings: [HashEmbedding]
  let mixer: MaxoutLayer
  let convolutions: [MaxoutLayer]
  /// The first convolution once more, 864 × 96 without bias: what a token gives to its right neighbour, itself and its left neighbour.
  let projection: PackedWeights

  /// Reads the network; `nodes` names the embeddings' nodes and rows, then come mixer and convolutions.
  init(_ file: ThincFile, embeddings nodes: [(node: Int, rows: Int)], mixer: Int) throws(LanguageError) {
    let width = MaxoutLayer.width
    var embeddings: [HashEmbedding] = []
    for (node, rows) in nodes { embeddings.append(try HashEmbedding(file, node: node, rows: rows)) }
    self.embeddings = embeddings
    self.mixer = try MaxoutLayer(file, maxout: mixer, norm: mixer + 1, inputs: nodes.count * width)
    var convolutions: [MaxoutLayer] = []
    for node in stride(from: 57, through: 63, by: 2) {
      convolutions.append(try MaxoutLayer(file, maxout: node, norm: node + 1, inputs: 3 * width))
    }
    self.convolutions = convolutions
    let first = try MaxoutLayer.rows(file, node: 57, inputs: 3 * width)
    var projection: [Float] = []
    projection.reserveCapacity(first.count)
    for place in 0..<3 {
      for row in 0..<MaxoutLayer.products {
        let start = row * 3 * width + place * width
        projection += first[start..<(start + width)]
      }
    }
    self.projection = PackedWeights(projection, outputs: 3 * MaxoutLayer.products, inner: width)
  }

  /// The network that tagger and parser share: norm, prefix, suffix, shape, space behind, white space.
  static func shared(_ file: ThincFile) throws(LanguageError) -> EncoderWeights {
    let nodes = [(28, 5000), (30, 1000), (32, 2500), (34, 2500), (36, 50), (38, 50)]
    return try EncoderWeights(file, embeddings: nodes.map { (node: $0.0, rows: $0.1) }, mixer: 39)
  }

  /// The network of the recognizer of names: norm, prefix, suffix, shape.
  static func names(_ file: ThincFile) throws(LanguageError) -> EncoderWeights {
    let nodes = [(32, 5000), (34, 1000), (36, 2500), (38, 2500)]
    return try EncoderWeights(file, embeddings: nodes.map { (node: $0.0, rows: $0.1) }, mixer: 39)
  }
}
