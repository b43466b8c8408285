/// Cuts long paragraphs at the ends of sentences, so that what reads them needs little memory.
enum ParagraphCut {
  /// A paragraph up to this length stays whole, in bytes.
  static let longest = 12_000

  /// The parts of a paragraph, in order; between them is white space. Where no sentence ends, a space is taken, and
  /// where there is none, the end of a character.
  static func parts(of range: Range<Int>, in body: [UInt8]) -> [Range<Int>] {
    var parts: [Range<Int>] = []
    var start = range.lowerBound
    while range.upperBound - start > longest {
      let limit = start + longest
      let end =
        sentenceEnd(in: body, from: start + longest / 2, to: limit) ?? space(in: body, from: start, to: limit)
        ?? Bytes.prefix(start..<range.upperBound, longest, of: body).upperBound
      let part = Bytes.trimmed(start..<end, of: body)
      if !part.isEmpty { parts.append(part) }
      start = end
    }
    let rest = Bytes.trimmed(start..<range.upperBound, of: body)
    if !rest.isEmpty { parts.append(rest) }
    return parts
  }

  /// The last place before `to` where a sentence ends and another begins.
  private static func sentenceEnd(in body: [UInt8], from: Int, to: Int) -> Int? {
    var index = to
    while index > from {
      index -= 1
      guard body[index] == Bytes.space, index + 1 < to else { continue }
      let next = body[index + 1]
      let opens = Bytes.isUpper(next) || next == UInt8(ascii: "\"") || next >= 0xC3
      // Four letters before the stop: no abbreviation such as "Gen." or "U.S.".
      if opens, Bytes.endsSentence(body[(index - 1)..<index]), body[(index - 5)..<(index - 1)].allSatisfy(Bytes.isLower)
      {
        return index
      }
    }
    return nil
  }

  private static func space(in body: [UInt8], from: Int, to: Int) -> Int? {
    body[(from + 1)..<to].lastIndex(where: Bytes.isSpace)
  }
}
