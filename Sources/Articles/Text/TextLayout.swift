/// A line of a text, and what its format says it is.
struct TextLine {
  var bytes: ArraySlice<UInt8>
  var mark: Block.Kind?

  /// Whether it holds nothing but white space; C2 A0 is a no-break space.
  var isBlank: Bool { bytes.allSatisfy { Bytes.isSpace($0) || $0 == 0xC2 || $0 == 0xA0 } }
}

/// Makes title and body of the lines of a file: one empty line between groups of lines, no space at their ends.
struct TextLayout {
  /// A first line longer than this is a paragraph, in scalars.
  static let longestTitle = 200

  let data: ReadingData

  /// Title and body; all lines are the body where the title is given.
  ///
  /// The title is the first line that is neither boilerplate nor byline nor date, unless it is a paragraph: longer
  /// than `longestTitle`, of several sentences, or with a dateline. What stands before the title comes first in the
  /// body.
  func draft(_ lines: [TextLine], title: String? = nil) -> Draft {
    var groups = Self.groups(of: lines)
    var draft = Draft()
    if let title {
      draft.title = Self.singleLine(title)
    } else if let place = titlePlace(in: groups) {
      let (group, line) = place
      let first = groups[group][line]
      if first.mark == .title {
        draft.title = Self.singleLine(Bytes.text(Bytes.trim(first.bytes)))
        groups[group].remove(at: line)
      } else {
        let count = titleLines(in: Array(groups[group][line...]), all: groups)
        if count > 0 {
          let parts = groups[group][line..<(line + count)].map { Bytes.text(Bytes.trim($0.bytes)) }
          draft.title = Self.singleLine(parts.joined(separator: " "))
          groups[group].removeSubrange(line..<(line + count))
        }
      }
    }
    for group in groups where !group.isEmpty {
      if !draft.body.isEmpty { draft.body += [Bytes.newline, Bytes.newline] }
      for (index, line) in group.enumerated() {
        if index > 0 { draft.body.append(Bytes.newline) }
        if let mark = line.mark { draft.marks[draft.body.count] = mark == .title ? .heading : mark }
        draft.body += line.bytes
      }
    }
    return draft
  }

  /// Which line may be the title: a marked one, otherwise the first that is not furniture.
  private func titlePlace(in groups: [[TextLine]]) -> (Int, Int)? {
    for (groupIndex, group) in groups.prefix(8).enumerated() {
      for (index, line) in group.enumerated() where line.mark == .title { return (groupIndex, index) }
    }
    let rules = [
      BoilerplateRule(data: data).applies, BylineRule(data: data).applies, PublishedRule(data: data).applies,
      { CodeRule.applies($0[...]) },
    ]
    for (groupIndex, group) in groups.prefix(8).enumerated() {
      for (index, line) in group.prefix(8).enumerated() {
        let text = Array(Bytes.trim(line.bytes))
        if line.mark != nil || text.isEmpty || rules.contains(where: { $0(text) }) { continue }
        return (groupIndex, index)
      }
    }
    return nil
  }

  /// How many of a group's first lines are the title: none where they are a paragraph, several where it is wrapped.
  private func titleLines(in group: [TextLine], all: [[TextLine]]) -> Int {
    guard let first = group.first.map({ Array(Bytes.trim($0.bytes)) }) else { return 0 }
    if Bytes.scalars(first) > Self.longestTitle || Self.hasSeveralSentences(first) { return 0 }
    if let found = DatelineRule(data: data).find(in: first), found.end < first.count { return 0 }
    if Self.isWrappedHeadline(group) { return group.count }
    guard group.count > 1, let wrapping = Wrapping(groups: all.map { $0.map { Array($0.bytes) } }) else { return 1 }
    var count = 1
    while count < group.count, wrapping.joins(Array(group[count - 1].bytes), Array(group[count].bytes)) { count += 1 }
    let joined = group.prefix(count).flatMap { $0.bytes }
    if count > 1, Bytes.endsSentence(joined[...]) || joined.count > Self.longestTitle { return 0 }
    return count
  }

  /// Whether a few short lines go on in lower case and end without a full stop.
  private static func isWrappedHeadline(_ group: [TextLine]) -> Bool {
    guard (2...3).contains(group.count), group.allSatisfy({ $0.mark == nil }), let last = group.last else {
      return false
    }
    let goesOn = group.dropFirst().allSatisfy { $0.bytes.first.map(Bytes.isLower) == true }
    let length = group.reduce(0) { $0 + $1.bytes.count + 1 }
    return goesOn && length <= longestTitle && !Bytes.endsSentence(Bytes.trimEnd(last.bytes))
  }

  /// Whether a line holds a sentence's end followed by another sentence, and ends like one.
  private static func hasSeveralSentences(_ bytes: [UInt8]) -> Bool {
    Bytes.endsSentence(bytes[...]) && Bytes.hasSentenceBreak(bytes)
  }

  /// Lines between empty lines.
  private static func groups(of lines: [TextLine]) -> [[TextLine]] {
    var groups: [[TextLine]] = [[]]
    for line in lines {
      if !line.isBlank {
        groups[groups.count - 1].append(TextLine(bytes: Bytes.trimEnd(line.bytes), mark: line.mark))
      } else if groups.last?.isEmpty == false {
        groups.append([])
      }
    }
    return groups.last?.isEmpty == true ? groups.dropLast() : groups
  }

  /// The lines of a text; every sort of line end counts, and a byte order mark goes.
  static func lines(of bytes: [UInt8]) -> [TextLine] {
    let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(bytes.dropFirst(3)) : bytes
    return cleaned(text, keepingLength: false).split(separator: Bytes.newline, omittingEmptySubsequences: false)
      .map { TextLine(bytes: $0) }
  }

  /// Text whose lines end in a line feed, and whose other control characters are spaces.
  ///
  /// - Parameter keepingLength: Whether there are as many scalars as before, so that offsets into the text as it was
  ///   given stay right; a carriage return before a line feed becomes a space then.
  static func cleaned(_ bytes: [UInt8], keepingLength: Bool) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(bytes.count)
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      let next = index + 1 < bytes.count ? bytes[index + 1] : 0
      switch byte {
      case 10, 11, 12: output.append(Bytes.newline)
      case 13:
        if next != 10 { output.append(Bytes.newline) } else if keepingLength { output.append(Bytes.space) }
      case 9: output.append(byte)
      case 0..<32, 127: output.append(Bytes.space)
      case 0xC2 where next == 0x85:
        output.append(Bytes.newline)
        index += 1
      case 0xE2 where next == 0x80 && index + 2 < bytes.count && (bytes[index + 2] == 0xA8 || bytes[index + 2] == 0xA9):
        output.append(Bytes.newline)
        index += 2
      default: output.append(byte)
      }
      index += 1
    }
    return output
  }

  /// The text with line ends as spaces, as many scalars as before.
  static func singleLine(_ text: String) -> String {
    let bytes = cleaned(Array(text.utf8), keepingLength: true).map { $0 == Bytes.newline ? Bytes.space : $0 }
    return Bytes.text(bytes)
  }
}

extension Bytes {
  /// The bytes without white space at their end.
  static func trimEnd(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var rest = bytes
    while let last = rest.last, isSpace(last) { rest.removeLast() }
    return rest
  }

  /// Whether a sentence ends in the bytes and another begins.
  static func hasSentenceBreak(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > 6 else { return false }
    for index in 3..<bytes.count - 2
    where bytes[index] == UInt8(ascii: ".") && bytes[index + 1] == space && isUpper(bytes[index + 2]) {
      // Not an abbreviation such as "U.S. Army" or "Gen. Milley": four letters or more before the stop.
      if bytes[max(0, index - 4)..<index].allSatisfy(isLower) { return true }
    }
    return false
  }

  /// The bytes without white space at their ends.
  static func trim(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> { trimEnd(bytes.drop(while: isSpace)) }
}
