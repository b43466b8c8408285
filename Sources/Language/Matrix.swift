internal import COpenBLAS

/// Room for floats that grows and is reused from batch to batch. Contents are not kept when it grows.
final class FloatBuffer {
  private(set) var base: UnsafeMutablePointer<Float>
  private(set) var capacity: Int

  init(_ capacity: Int = 0) {
    self.capacity = max(capacity, 1)
    base = .allocate(capacity: self.capacity)
    base.initialize(repeating: 0, count: self.capacity)
  }

  deinit { base.deallocate() }

  /// A pointer to at least `count` floats, valid until the next call.
  func reserve(_ count: Int) -> UnsafeMutablePointer<Float> {
    if count > capacity {
      base.deallocate()
      capacity = count + count / 4
      base = .allocate(capacity: capacity)
      base.initialize(repeating: 0, count: capacity)
    }
    return base
  }
}

/// Matrix products, row after row.
enum Matrix {
  /// result[rows × outputs] = input[rows × inner] · weights[outputs × inner]ᵀ. O(rows · outputs · inner).
  @inline(__always)
  static func multiply(
    _ input: UnsafePointer<Float>, rows: Int, _ weights: UnsafePointer<Float>, outputs: Int, inner: Int,
    into result: UnsafeMutablePointer<Float>
  ) {
    guard rows > 0 else { return }
    cblas_sgemm(
      CblasRowMajor, CblasNoTrans, CblasTrans, blasint(rows), blasint(outputs), blasint(inner), 1, input,
      blasint(inner), weights, blasint(inner), 0, result, blasint(outputs))
  }

  /// result[outputs] = weights[outputs × inner] · input[inner].
  @inline(__always)
  static func apply(
    _ weights: UnsafePointer<Float>, outputs: Int, inner: Int, to input: UnsafePointer<Float>,
    into result: UnsafeMutablePointer<Float>
  ) {
    cblas_sgemv(
      CblasRowMajor, CblasNoTrans, blasint(outputs), blasint(inner), 1, weights, blasint(inner), input, 1, 0, result, 1)
  }

  /// Makes the library work on the calling thread only; workers are threads of their own.
  static func useOneThread() { openblas_set_num_threads(1) }
}
