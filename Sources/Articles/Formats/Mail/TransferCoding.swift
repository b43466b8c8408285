/// How mails write bytes in ASCII (RFC 2045).
enum TransferCoding {
  /// The bytes of base64; other signs are passed over.
  static func base64(_ text: some Sequence<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    var bits: UInt32 = 0
    var count = 0
    for byte in text {
      let value: UInt8
      switch byte {
      case 65...90: value = byte - 65
      case 97...122: value = byte - 71
      case 48...57: value = byte + 4
      case UInt8(ascii: "+"), UInt8(ascii: "-"): value = 62
      case UInt8(ascii: "/"), UInt8(ascii: "_"): value = 63
      case UInt8(ascii: "="):
        count = 0
        continue
      default: continue
      }
      bits = (bits << 6 | UInt32(value)) & 0xFF_FFFF
      count += 1
      // Two signs give the first byte, three the second, four the third.
      if count > 1 { output.append(UInt8(truncatingIfNeeded: bits >> (8 - 2 * UInt32(count)) & 0xFF)) }
      if count == 4 { count = 0 }
    }
    return output
  }

  /// The bytes of quoted-printable; what is none stays as it is.
  static func quotedPrintable(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      guard byte == UInt8(ascii: "=") else {
        output.append(byte)
        index += 1
        continue
      }
      let behind = text[(index + 1)...].prefix(64)
      let spaces = behind.prefix { $0 == Bytes.space || $0 == 9 || $0 == 13 }
      if behind.dropFirst(spaces.count).first == Bytes.newline {
        // An equals sign at the end of a line: the line goes on.
        index += spaces.count + 2
      } else if behind.count >= 2, let high = digit(text[index + 1]), let low = digit(text[index + 2]) {
        output.append(high << 4 | low)
        index += 3
      } else {
        if !behind.isEmpty { output.append(byte) }
        index += 1
      }
    }
    return output
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 48...57: byte - 48
    case 65...70: byte - 55
    case 97...102: byte - 87
    default: nil
    }
  }
}
