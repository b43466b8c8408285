/// Tells web addresses, which stay one token, from other words: optional scheme and user, host, port and path.
struct AddressRule: Sendable {
  typealias Word = ArraySlice<UInt32>

  private let topLevel: CodePointSet

  /// Makes the rule; `topLevel` are the letters of which a top-level domain consists.
  init(topLevel: CodePointSet) { self.topLevel = topLevel }

  /// Whether the whole word is an address. Linear in its length.
  func matches(_ word: Word) -> Bool {
    guard word.contains(0x2e), !word.contains(where: ScalarClasses.isSpace) else { return false }
    if let start = schemeEnd(word), matches(word, from: start) { return true }
    return matches(word, from: word.startIndex)
  }

  /// Where the host begins after "scheme://", nil where there is no scheme.
  private func schemeEnd(_ word: Word) -> Int? {
    var index = word.startIndex
    while index + 2 < word.endIndex {
      if word[index] == 0x3a && word[index + 1] == 0x2f && word[index + 2] == 0x2f {
        return index - word.startIndex >= 2 ? index + 3 : nil
      }
      let code = word[index]
      guard code == 0x5f || code == 0x2b || code == 0x2d || code == 0x2e || ScalarClasses.isAlphanumeric(code) else {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// Tries the host at `start` and behind every "@" that follows.
  private func matches(_ word: Word, from start: Int) -> Bool {
    if matchesHost(word[start...]) { return true }
    guard start < word.endIndex else { return false }
    return word[(start + 1)...].indices.contains { word[$0] == 0x40 && matchesHost(word[($0 + 1)...]) }
  }

  private static func isHostEnd(_ code: UInt32) -> Bool {
    ScalarClasses.isASCIIDigit(code) || ((code | 32) >= 97 && (code | 32) <= 122 && code < 0x80)
      || (code >= 0xa1 && code <= 0xffff)
  }

  private func matchesHost(_ rest: Word) -> Bool {
    let host = rest.prefix { Self.isHostEnd($0) || $0 == 0x5f || $0 == 0x2d || $0 == 0x2e }
    guard !host.isEmpty, isHost(host) else { return false }
    var tail = rest[host.endIndex...]
    if tail.first == 0x3a {
      let port = tail.dropFirst().prefix(while: ScalarClasses.isDecimal)
      guard (2...5).contains(port.count) else { return false }
      tail = tail[port.endIndex...]
    }
    guard let next = tail.first else { return true }
    return next == 0x2f || next == 0x3f || next == 0x23
  }

  private func isHost(_ host: Word) -> Bool {
    let labels = host.split(separator: 0x2e, omittingEmptySubsequences: false)
    let isNumber = { (label: Word) in
      (1...3).contains(label.count) && label.allSatisfy(ScalarClasses.isASCIIDigit)
    }
    if labels.count == 4 && labels.allSatisfy(isNumber) { return isPublicAddress(labels) }
    guard labels.count >= 2, let domain = labels.last, (2...63).contains(domain.count),
      domain.allSatisfy(topLevel.contains)
    else { return false }
    return labels.dropLast().allSatisfy { label in
      guard let first = label.first, let last = label.last, label.count <= 64 else { return false }
      return Self.isHostEnd(first) && Self.isHostEnd(last)
    }
  }

  /// Four octets outside the private ranges; no needless zeros at the front of a three-digit one.
  private func isPublicAddress(_ labels: [Word]) -> Bool {
    let octets = labels.map { $0.reduce(0) { $0 * 10 + Int($1) - 48 } }
    let padded = { (label: Word) in label.count == 3 && label.first == 48 }
    guard labels[0].first != 48, labels[3].first != 48, (1...223).contains(octets[0]), octets[1] <= 255,
      octets[2] <= 255, (1...254).contains(octets[3]), !padded(labels[1]), !padded(labels[2])
    else { return false }
    if octets[0] == 10 || octets[0] == 127 { return false }
    let text = labels.prefix(2).map { $0.map { String($0 - 48) }.joined() }
    if text == ["169", "254"] || text == ["192", "168"] { return false }
    return !(octets[0] == 172 && labels[1].count == 2 && (16...31).contains(octets[1]))
  }
}
