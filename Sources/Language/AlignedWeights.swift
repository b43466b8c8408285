/// Floats on a cache line's boundary that never change.
final class AlignedWeights: @unchecked Sendable {
  // Safe to share: memory is written in `init` only and freed in `deinit` only.
  let base: UnsafePointer<Float>

  init(_ values: [Float]) {
    let memory = FloatBuffer.allocate(values.count)
    memory.initialize(from: values, count: values.count)
    base = UnsafePointer(memory)
  }

  deinit { base.deallocate() }
}
