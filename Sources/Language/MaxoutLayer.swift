/// A layer that takes the largest of three linear pieces for each output, then normalises and scales.
///
/// The weights lie piece by piece, so that the largest of three is taken over whole vectors.
struct MaxoutLayer: Sendable {
  static let width = 96
  static let pieces = 3

  let inputs: Int
  /// 288 × inputs, row piece · 96 + output.
  let weights: [Float]
  /// 288: the bias.
  let bias: [Float]
  /// 96 each: scale and shift after normalising.
  let gain: [Float]
  let shift: [Float]

  /// Reads a layer from its two nodes.
  init(_ file: ThincFile, maxout: Int, norm: Int, inputs: Int) throws(LanguageError) {
    let (width, pieces) = (Self.width, Self.pieces)
    let raw = try file.tensor(maxout, "maxout", "W", [width, pieces, inputs]).values
    let rawBias = try file.tensor(maxout, "maxout", "b", [width, pieces]).values
    var weights: [Float] = []
    weights.reserveCapacity(raw.count)
    var bias: [Float] = []
    for piece in 0..<pieces {
      for output in 0..<width {
        let row = output * pieces + piece
        weights += raw[(row * inputs)..<((row + 1) * inputs)]
        bias.append(rawBias[row])
      }
    }
    self.inputs = inputs
    self.weights = weights
    self.bias = bias
    gain = try file.tensor(norm, "layernorm", "G", [width]).values
    shift = try file.tensor(norm, "layernorm", "b", [width]).values
  }

  /// Finishes one row: `products` (288 floats, without bias) to `output` (96 floats), with `residual` added if given.
  @inline(__always)
  static func finish(
    _ products: UnsafePointer<Float>, bias: UnsafePointer<Float>, gain: UnsafePointer<Float>,
    shift: UnsafePointer<Float>, residual: UnsafePointer<Float>?, into output: UnsafeMutablePointer<Float>
  ) {
    // Every index below stays under 288 for products and bias, under 96 for the rest: 12 vectors of 8.
    var sum = SIMD8<Float>(repeating: 0)
    var index = 0
    while index < 96 {
      let first = load(products + index) + load(bias + index)
      let second = load(products + index + 96) + load(bias + index + 96)
      let third = load(products + index + 192) + load(bias + index + 192)
      var best = first.replacing(with: second, where: second .> first)
      best.replace(with: third, where: third .> best)
      store(best, output + index)
      sum += best
      index += 8
    }
    let mean = SIMD8<Float>(repeating: sum.sum() / 96)
    var squares = SIMD8<Float>(repeating: 0)
    index = 0
    while index < 96 {
      let distance = load(output + index) - mean
      squares += distance * distance
      index += 8
    }
    let scale = SIMD8<Float>(repeating: 1 / (squares.sum() / 96 + 1e-8).squareRoot())
    index = 0
    while index < 96 {
      var value = (load(output + index) - mean) * scale * load(gain + index) + load(shift + index)
      if let residual { value += load(residual + index) }
      store(value, output + index)
      index += 8
    }
  }

  @inline(__always)
  static func load(_ pointer: UnsafePointer<Float>) -> SIMD8<Float> {
    UnsafeRawPointer(pointer).loadUnaligned(as: SIMD8<Float>.self)
  }

  @inline(__always)
  static func load(_ pointer: UnsafeMutablePointer<Float>) -> SIMD8<Float> {
    UnsafeRawPointer(pointer).loadUnaligned(as: SIMD8<Float>.self)
  }

  @inline(__always)
  static func store(_ value: SIMD8<Float>, _ pointer: UnsafeMutablePointer<Float>) {
    UnsafeMutableRawPointer(pointer).storeBytes(of: value, as: SIMD8<Float>.self)
  }
}
