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
  /// From the embeddings of a token to 288 linear pieces, and their end.
  let mixer: PackedWeights
  let mixerEnd: MaxoutLayer
  /// The first convolution, 864 × 96: what a token gives to its right neighbour, to itself and to its left neighbour.
  let projection: PackedWeights
  let firstBias: AlignedWeights
  let firstEnd: MaxoutLayer
  /// The other three.
  let convolutions: [(linear: Convolution, end: MaxoutLayer)]

  /// Reads the network; `nodes` names the embeddings' nodes and rows, then come mixer and convolutions.
  init(_ file: ThincFile, embeddings nodes: [(node: Int, rows: Int)], mixer node: Int) throws(LanguageError) {
    let width = MaxoutLayer.width
    var embeddings: [HashEmbedding] = []
    for (node, rows) in nodes { embeddings.append(try HashEmbedding(file, node: node, rows: rows)) }
    self.embeddings = embeddings
    let inputs = nodes.count * width
    mixer = PackedWeights(
      try MaxoutLayer.weights(file, node: node, inputs: inputs), bias: try MaxoutLayer.bias(file, node: node),
      outputs: MaxoutLayer.products, inner: inputs)
    mixerEnd = try MaxoutLayer(file, norm: node + 1)
    let first = try MaxoutLayer.weights(file, node: 57, inputs: 3 * width)
    var projection: [Float] = []
    projection.reserveCapacity(first.count)
    for place in 0..<3 {
      for row in 0..<MaxoutLayer.products {
        let start = row * 3 * width + place * width
        projection += first[start..<(start + width)]
      }
    }
    firstBias = AlignedWeights(try MaxoutLayer.bias(file, node: 57))
    self.projection = PackedWeights(projection, outputs: 3 * MaxoutLayer.products, inner: width)
    firstEnd = try MaxoutLayer(file, norm: 58)
    var convolutions: [(linear: Convolution, end: MaxoutLayer)] = []
    for node in [59, 61, 63] {
      let weights = try MaxoutLayer.weights(file, node: node, inputs: 3 * width)
      let linear = Convolution(weights, bias: try MaxoutLayer.bias(file, node: node))
      convolutions.append((linear, try MaxoutLayer(file, norm: node + 1)))
    }
    self.convolutions = convolutions
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
