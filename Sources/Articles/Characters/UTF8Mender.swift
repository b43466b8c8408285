/// Passes UTF-8 through in chunks. Broken places become U+FFFD and are counted.
struct UTF8Mender {
  private var carried: [UInt8] = []
  /// How many places were broken.
  private(set) var replaced = 0
  /// Where the first of them was, in bytes from the beginning.
  private(set) var firstBroken: Int?
  private var passed = 0

  /// The text of the next chunk; as it is where nothing is broken.
  mutating func mend(_ chunk: [UInt8], isLast: Bool) -> [UInt8] {
    let input = carried.isEmpty ? chunk : carried + chunk
    carried = []
    guard var bad = Bytes.invalidUTF8(in: input) else {
      passed += input.count
      return input
    }
    var output: [UInt8] = []
    output.reserveCapacity(input.count + 16)
    var start = 0
    while true {
      output += input[start..<bad]
      if !isLast, Self.mayGoOn(input[bad...]) {
        carried = Array(input[bad...])
        passed += bad
        return output
      }
      output += UTF8.encodedReplacementCharacter
      replaced += 1
      if firstBroken == nil { firstBroken = passed + bad }
      start = bad + 1
      while start < input.count, Bytes.isContinuation(input[start]) { start += 1 }
      guard let next = Bytes.invalidUTF8(in: input, from: start) else { break }
      bad = next
    }
    output += input[start...]
    passed += input.count
    return output
  }

  /// Whether the bytes are the beginning of a character whose end is not there yet.
  static func mayGoOn(_ bytes: ArraySlice<UInt8>) -> Bool {
    guard let lead = bytes.first, bytes.count < 4 else { return false }
    let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2
    return (0xC2...0xF4).contains(lead) && bytes.count < length && bytes.dropFirst().allSatisfy(Bytes.isContinuation)
  }
}
