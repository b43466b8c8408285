import Vocabulary

/// Reads the file of a network: little-endian numbers behind each other.
struct ScorerReader {
  private let data: [UInt8]
  private let file: String
  private var position = 0

  init(_ data: [UInt8], file: String) {
    self.data = data
    self.file = file
  }

  /// The error for whatever does not fit.
  func broken() -> DataError {
    DataError(file: file, line: 0, message: "is no network of this version; make it anew with Benchmarks/training")
  }

  mutating func magic(_ text: String) throws(DataError) {
    guard try take(text.utf8.count).elementsEqual(text.utf8) else { throw broken() }
  }

  /// A count of four bytes.
  mutating func count(atMost most: Int) throws(DataError) -> Int {
    guard let value = try integers(1).first, value <= most else { throw broken() }
    return Int(value)
  }

  mutating func integers(_ count: Int) throws(DataError) -> [UInt32] {
    let slice = try take(4 * count)
    return (0..<count).map { number in
      let base = slice.startIndex + 4 * number
      return UInt32(slice[base]) | UInt32(slice[base + 1]) << 8 | UInt32(slice[base + 2]) << 16
        | UInt32(slice[base + 3]) << 24
    }
  }

  mutating func floats(_ count: Int) throws(DataError) -> [Float] {
    let values = try integers(count).map(Float.init(bitPattern:))
    guard values.allSatisfy(\.isFinite) else { throw broken() }
    return values
  }

  /// Rows of at most sixteen floats, filled up with zeros to sixteen, in so many parts of equal size.
  mutating func lanes(_ count: Int, each width: Int, parts: Int) throws(DataError) -> [[Float]] {
    let values = try floats(count * width)
    let rows = count / max(parts, 1)
    return (0..<parts).map { part in
      var lanes = [Float](repeating: 0, count: rows * 16)
      for row in 0..<rows {
        for column in 0..<min(width, 16) { lanes[row * 16 + column] = values[(part * rows + row) * width + column] }
      }
      return lanes
    }
  }

  /// The next bytes, not copied.
  mutating func bytes(_ count: Int) throws(DataError) -> ArraySlice<UInt8> { try take(count) }

  /// Nothing may follow.
  func end() throws(DataError) {
    guard position == data.count else { throw broken() }
  }

  private mutating func take(_ count: Int) throws(DataError) -> ArraySlice<UInt8> {
    guard count >= 0, data.count - position >= count else { throw broken() }
    defer { position += count }
    return data[position..<position + count]
  }
}
