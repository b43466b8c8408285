/// What all writers share: they append UTF-8 to an array that the caller reuses.
extension [UInt8] {
  /// Appends a text as it is.
  @inline(__always)
  mutating func add(_ text: StaticString) {
    append(contentsOf: UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount))
  }

  /// Appends a text as it is.
  mutating func add(_ text: String) {
    let isDone: Void? = text.utf8.withContiguousStorageIfAvailable { append(contentsOf: $0) }
    if isDone == nil { append(contentsOf: text.utf8) }
  }

  /// Appends a whole number.
  mutating func add(_ number: Int) {
    if number < 0 { append(UInt8(ascii: "-")) }
    addDigits(number.magnitude)
  }

  /// Appends a number with at most four decimals, no more than it needs, and never an exponent.
  ///
  /// - Returns: false, and nothing is appended, where the number is not finite.
  @discardableResult
  mutating func add(_ number: Double) -> Bool {
    guard number.isFinite else { return false }
    // Far beyond any scale in use; keeps the conversion below within Int64.
    let scaled = Int64((Swift.min(Swift.max(number, -1e14), 1e14) * 10_000).rounded())
    if scaled < 0 { append(UInt8(ascii: "-")) }
    let magnitude = UInt(scaled.magnitude)
    addDigits(magnitude / 10_000)
    var rest = magnitude % 10_000
    if rest == 0 { return true }
    append(UInt8(ascii: "."))
    var place: UInt = 1000
    while rest > 0 {
      append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest / place))
      rest %= place
      place /= 10
    }
    return true
  }

  private mutating func addDigits(_ number: UInt) {
    if number >= 10 { addDigits(number / 10) }
    append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: number % 10))
  }
}
