/// A text as scalars that knows which bytes spell each of them.
struct Chunk {
  /// A stretch of a chunk.
  struct Run {
    let chunk: Chunk
    let range: Range<Int>
  }

  private(set) var scalars: [UInt32] = []
  private let bytes: [UInt8]
  /// Where each scalar begins in `bytes`, and the end.
  private var offsets: [Int] = []

  init(_ text: String) {
    bytes = Array(text.utf8)
    var offset = 0
    for scalar in text.unicodeScalars {
      scalars.append(scalar.value)
      offsets.append(offset)
      offset += UTF8.width(scalar)
    }
    offsets.append(offset)
  }

  /// Calls `body` with the bytes of the scalars in `range`, which must lie inside the chunk.
  func withBytes<Result>(of range: Range<Int>, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
    let places = offsets[range.lowerBound]..<offsets[range.upperBound]
    return bytes.withUnsafeBufferPointer { body(UnsafeBufferPointer(rebasing: $0[places])) }
  }

  /// The whole chunk as one run.
  var whole: Run { Run(chunk: self, range: 0..<scalars.count) }

  /// The runs of white space and of other scalars; one plain space behind a word belongs to no run.
  var runs: [Run] {
    var result: [Run] = []
    var start = 0
    guard let first = scalars.first else { return [] }
    var inSpace = ScalarClasses.isSpace(first)
    for (index, code) in scalars.enumerated() where ScalarClasses.isSpace(code) != inSpace {
      if start < index { result.append(Run(chunk: self, range: start..<index)) }
      start = code == 0x20 ? index + 1 : index
      inSpace.toggle()
    }
    if start < scalars.count { result.append(Run(chunk: self, range: start..<scalars.count)) }
    return result
  }
}
