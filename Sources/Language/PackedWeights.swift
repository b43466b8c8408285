internal import CLanguageKernels

/// The weights of a linear layer in the order in which the processor reads them, with their bias.
///
/// Columns come in panels of sixteen; the last panel is filled up with zeros.
final class PackedWeights: @unchecked Sendable {
  // Safe to share: memory is written in `init` only and freed in `deinit` only.
  private let weights: UnsafeMutablePointer<Float>
  private let bias: UnsafeMutablePointer<Float>
  private let panels: Int
  /// How many numbers go in for each row.
  let inner: Int
  /// How many come out, filled up to whole panels.
  let columns: Int

  /// Packs `weights`, outputs × inner, and `bias`, one for each output; none counts as zeros.
  init(_ weights: [Float], bias: [Float]? = nil, outputs: Int, inner: Int) {
    let panel = Int(ENTENTE_PANEL)
    panels = (outputs + panel - 1) / panel
    columns = panels * panel
    self.inner = inner
    self.weights = Self.allocate(columns * inner)
    self.bias = Self.allocate(columns)
    for output in 0..<outputs {
      let start = output / panel * panel * inner + output % panel
      for index in 0..<inner { self.weights[start + index * panel] = weights[output * inner + index] }
      if let bias { self.bias[output] = bias[output] }
    }
  }

  deinit {
    weights.deallocate()
    bias.deallocate()
  }

  /// The biases, filled up with zeros: `columns` floats.
  var biases: UnsafePointer<Float> { UnsafePointer(bias) }

  /// Zeros on a cache line's boundary.
  static func allocate(_ count: Int) -> UnsafeMutablePointer<Float> {
    let raw = UnsafeMutableRawPointer.allocate(byteCount: max(count, 1) * 4, alignment: 64)
    return raw.initializeMemory(as: Float.self, repeating: 0, count: max(count, 1))
  }

  /// output = input · weightsᵀ + bias for `rows` rows. O(rows · columns · inner).
  ///
  /// Rows of the input lie `stride` apart and may overlap; rows of the output lie ``columns`` apart. The caller gives
  /// room for `(rows - 1) * stride + inner` and `rows * columns` floats.
  @inline(__always)
  func multiply(
    _ input: UnsafePointer<Float>, stride: Int, rows: Int, into output: UnsafeMutablePointer<Float>
  ) {
    entente_multiply(input, stride, rows, weights, bias, panels, inner, output, columns)
  }
}

/// Room for floats that grows and is reused from batch to batch. Contents are not kept when it grows.
final class FloatBuffer {
  private(set) var base: UnsafeMutablePointer<Float>
  private var capacity: Int

  init(_ capacity: Int = 0) {
    self.capacity = capacity
    base = PackedWeights.allocate(capacity)
  }

  deinit { base.deallocate() }

  /// A pointer to at least `count` floats, valid until the next call.
  func reserve(_ count: Int) -> UnsafeMutablePointer<Float> {
    if count > capacity {
      base.deallocate()
      capacity = count + count / 4
      base = PackedWeights.allocate(capacity)
    }
    return base
  }
}
