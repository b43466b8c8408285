internal import CLanguageKernels

/// The linear pieces of a convolution over a row and its two neighbours, two rows at a time (Winograd's F(2, 3)).
///
/// Takes two thirds of the products of the plain sum, and differs from it by rounding only.
struct Convolution: Sendable {
  /// For each panel of outputs four matrices of 96 × 16, as the kernel wants them.
  private let packed: AlignedWeights
  private let bias: AlignedWeights

  private static let panel = Int(ENTENTE_PANEL)
  /// What the kernel needs to work in.
  static let scratchCount = 96 * 384

  /// Packs `weights`, 288 × 288 with the left neighbour's first, and their bias.
  init(_ weights: [Float], bias: [Float]) {
    let (width, panel) = (MaxoutLayer.width, Self.panel)
    var packed = [Float](repeating: 0, count: MaxoutLayer.products * 4 * width)
    for output in 0..<MaxoutLayer.products {
      let start = output / panel * panel * 4 * width + output % panel
      for index in 0..<width {
        let row = output * 3 * width + index
        let (left, middle, right) = (weights[row], weights[row + width], weights[row + 2 * width])
        // In double precision, so that these sums lose nothing.
        let outer = Double(left) + Double(right)
        packed[start + index * panel] = Float((outer + Double(middle)) / 2)
        packed[start + (width + index) * panel] = Float((outer - Double(middle)) / 2)
        packed[start + (2 * width + index) * panel] = left
        packed[start + (3 * width + index) * panel] = right
      }
    }
    self.packed = AlignedWeights(packed)
    self.bias = AlignedWeights(bias)
  }

  /// Computes `pairs` × 2 rows of 288; `source` is the row before the first, and `pairs` * 2 + 2 rows of 96 are read.
  func apply(
    _ source: UnsafePointer<Float>, pairs: Int, scratch: UnsafeMutablePointer<Float>,
    into products: UnsafeMutablePointer<Float>
  ) {
    entente_convolve(
      source, pairs, packed.base, bias.base, MaxoutLayer.products / Self.panel, scratch, products)
  }
}
