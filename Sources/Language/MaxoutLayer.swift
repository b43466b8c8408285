internal import CLanguageKernels

/// A layer that takes the largest of three linear pieces for each output, then normalises and scales.
///
/// The weights lie piece by piece, so that the largest of three is taken over whole vectors.
struct MaxoutLayer: Sendable {
  static let width = 96
  static let pieces = 3
  /// Numbers that come out of the linear pieces.
  static let products = width * pieces

  /// 288 × inputs, row piece · 96 + output.
  let linear: PackedWeights
  /// 96 each: scale and shift after normalising.
  let gain: [Float]
  let shift: [Float]

  /// Reads a layer from its two nodes.
  init(_ file: ThincFile, maxout: Int, norm: Int, inputs: Int) throws(LanguageError) {
    let weights = try Self.rows(file, node: maxout, inputs: inputs)
    let raw = try file.tensor(maxout, "maxout", "b", [Self.width, Self.pieces]).values
    let bias = (0..<Self.products).map { raw[$0 % Self.width * Self.pieces + $0 / Self.width] }
    linear = PackedWeights(weights, bias: bias, outputs: Self.products, inner: inputs)
    gain = try file.tensor(norm, "layernorm", "G", [Self.width]).values
    shift = try file.tensor(norm, "layernorm", "b", [Self.width]).values
  }

  /// The weights of a node, piece by piece.
  static func rows(_ file: ThincFile, node: Int, inputs: Int) throws(LanguageError) -> [Float] {
    let raw = try file.tensor(node, "maxout", "W", [width, pieces, inputs]).values
    var result: [Float] = []
    result.reserveCapacity(raw.count)
    for row in 0..<products {
      let start = (row % width * pieces + row / width) * inputs
      result += raw[start..<(start + inputs)]
    }
    return result
  }

  /// Finishes `rows` rows of linear pieces, 288 apart, to rows of 96; adds `residual` where it is given.
  @inline(__always)
  func finish(
    _ products: UnsafePointer<Float>, residual: UnsafePointer<Float>?, rows: Int,
    into output: UnsafeMutablePointer<Float>
  ) {
    entente_finish(products, gain, shift, residual, output, rows)
  }
}
