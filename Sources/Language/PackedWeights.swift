internal import CLanguageKernels

/// The weights of a linear layer in the order in which the processor reads them, with their bias.
///
/// Columns come in panels of sixteen; the last panel is filled up with zeros.
struct PackedWeights: Sendable {
  private let weights: AlignedWeights
  private let bias: AlignedWeights
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
    var packed = [Float](repeating: 0, count: columns * inner)
    for output in 0..<outputs {
      let start = output / panel * panel * inner + output % panel
      for index in 0..<inner { packed[start + index * panel] = weights[output * inner + index] }
    }
    self.weights = AlignedWeights(packed)
    let zeros = [Float](repeating: 0, count: columns - (bias?.count ?? 0))
    self.bias = AlignedWeights((bias ?? []) + zeros)
  }

  /// output = input · weightsᵀ + bias for `rows` rows. O(rows · columns · inner).
  ///
  /// Rows of the input lie `stride` apart and may overlap; rows of the output lie ``columns`` apart. The caller gives
  /// room for `(rows - 1) * stride + inner` and `rows * columns` floats.
  @inline(__always)
  func multiply(
    _ input: UnsafePointer<Float>, stride: Int, rows: Int, into output: UnsafeMutablePointer<Float>
  ) {
    entente_multiply(input, stride, rows, weights.base, bias.base, panels, inner, output, columns)
  }
}
