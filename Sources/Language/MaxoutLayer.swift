internal import CLanguageKernels

/// The end of a layer: the largest of three linear pieces for each output, made mean 0 and variance 1, scaled, shifted.
///
/// Pieces come one behind the other, so that the largest of three is taken over whole vectors.
struct MaxoutLayer: Sendable {
  static let width = 96
  static let pieces = 3
  /// Numbers that come out of the linear pieces.
  static let products = width * pieces

  /// 96 each: scale and shift after normalising.
  private let gain: [Float]
  private let shift: [Float]

  /// Reads scale and shift from a node.
  init(_ file: ThincFile, norm: Int) throws(LanguageError) {
    gain = try file.tensor(norm, "layernorm", "G", [Self.width]).values
    shift = try file.tensor(norm, "layernorm", "b", [Self.width]).values
  }

  /// The weights of a node, 288 × inputs, row piece · 96 + output.
  static func weights(_ file: ThincFile, node: Int, inputs: Int) throws(LanguageError) -> [Float] {
    let raw = try file.tensor(node, "maxout", "W", [width, pieces, inputs]).values
    var result: [Float] = []
    result.reserveCapacity(raw.count)
    for row in 0..<products {
      let start = (row % width * pieces + row / width) * inputs
      result += raw[start..<(start + inputs)]
    }
    return result
  }

  /// The bias of a node in the same order.
  static func bias(_ file: ThincFile, node: Int) throws(LanguageError) -> [Float] {
    let raw = try file.tensor(node, "maxout", "b", [width, pieces]).values
    return (0..<products).map { raw[$0 % width * pieces + $0 / width] }
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
