import Vocabulary

/// Takes a list of several stories apart.
///
/// Only where the text itself shows them: at lines of dashes or stars, where each part begins with a headline and goes
/// on with a paragraph; or at headlines each of which stands before a paragraph with a dateline.
struct DigestRule {
  let data: ReadingData

  /// The most stories of a digest; a longer list is left whole.
  private static let most = 500
  /// The shortest paragraph of a story, in bytes.
  private static let shortest = 60

  /// Lines between empty lines and rules.
  private struct Group {
    var lines: [TextLine]
    var isRule = false
  }

  /// The lines of each story, and the day that stands before all; nil where the text is one article. What stands before
  /// the first story is given to it as boilerplate, or is a story of its own where it has paragraphs.
  func stories(_ lines: [TextLine]) -> (stories: [[TextLine]], date: CalendarDate?)? {
    let groups = Self.groups(of: lines)
    guard groups.count >= 4, let starts = atRules(groups) ?? atDatelines(groups) else { return nil }
    var stories: [[TextLine]] = []
    for (index, start) in starts.enumerated() {
      let end = index + 1 < starts.count ? starts[index + 1] : groups.count
      stories.append(Self.lines(of: groups[start..<end]))
    }
    let before = groups[..<(starts.first ?? 0)]
    let date = before.flatMap(\.lines)
      .compactMap { PublishedRule(data: data).find(in: Array(Bytes.trim($0.bytes)))?.date }.first
    if before.contains(where: isParagraph) {
      stories.insert(Self.lines(of: before), at: 0)
    } else if !before.isEmpty, let first = stories.first {
      let furniture = Self.lines(of: before).map { line in
        line.isBlank ? line : TextLine(bytes: line.bytes, mark: kind(of: line))
      }
      // The headline is marked, or the lines before it would be it.
      var story = first
      if let title = story.firstIndex(where: { !$0.isBlank }) { story[title].mark = .title }
      stories[0] = furniture + story
    }
    return (stories, date)
  }

  private func kind(of line: TextLine) -> Block.Kind {
    PublishedRule(data: data).applies(Array(Bytes.trim(line.bytes))) ? .dateline : .boilerplate
  }

  /// Where stories begin behind rules: at every part's headline.
  private func atRules(_ groups: [Group]) -> [Int]? {
    let rules = groups.indices.filter { groups[$0].isRule }
    guard !rules.isEmpty, rules.count < Self.most else { return nil }
    var starts: [Int] = []
    var from = 0
    for end in rules + [groups.count] {
      let part = from..<end
      if !part.isEmpty {
        let isFirst = starts.isEmpty && from == 0
        // Before the first story may stand the digest's own headline: the last one before a paragraph counts.
        let paragraph = part.first { isParagraph(groups[$0]) } ?? end
        let headline = part.last { $0 < paragraph && isHeadline(groups[$0]) }
        let start = isFirst ? headline ?? part.first : part.first
        if let start, isStory(at: start, groups, end) {
          starts.append(start)
        } else if !isFirst, !isFurniture(groups[part]) {
          return nil
        }
      }
      from = end + 1
    }
    return starts.count >= 2 ? starts : nil
  }

  /// Where stories begin with a headline before a dateline.
  private func atDatelines(_ groups: [Group]) -> [Int]? {
    var starts: [Int] = []
    for index in groups.indices.dropLast() where isHeadline(groups[index]) && hasDateline(groups[index + 1]) {
      starts.append(index)
    }
    return (2...Self.most).contains(starts.count) ? starts : nil
  }

  /// Whether a headline stands at a place and a paragraph behind it, perhaps in the same group.
  private func isStory(at index: Int, _ groups: [Group], _ end: Int) -> Bool {
    let group = groups[index]
    if isHeadline(group) { return index + 1 < end && groups[(index + 1)..<end].contains { isParagraph($0) } }
    guard group.lines.count > 1, let first = group.lines.first else { return false }
    return isHeadline(Group(lines: [first])) && isParagraph(Group(lines: Array(group.lines.dropFirst())))
  }

  private func isHeadline(_ group: Group) -> Bool {
    guard !group.isRule, group.lines.count == 1, let line = group.lines.first else { return false }
    if let mark = line.mark { return mark == .heading || mark == .title }
    let text = Array(Bytes.trim(line.bytes))
    guard (8...140).contains(text.count), !Bytes.endsSentence(text[...]), text.contains(Bytes.space) else {
      return false
    }
    guard let first = text.first, Bytes.isUpper(first) || Bytes.isDigit(first) || first >= 0xC3 else { return false }
    return !BoilerplateRule(data: data).applies(text) && !BylineRule(data: data).applies(text)
      && !PublishedRule(data: data).applies(text) && !CreditRule(data: data).applies(text)
      && CaptionRule(data: data).find(in: text) == nil && DatelineRule(data: data).find(in: text) == nil
  }

  private func isParagraph(_ group: Group) -> Bool {
    guard !group.isRule else { return false }
    let length = group.lines.reduce(0) { $0 + $1.bytes.count + 1 }
    guard length > Self.shortest, let last = group.lines.last else { return false }
    return Bytes.endsSentence(Bytes.trimEnd(last.bytes))
  }

  private func hasDateline(_ group: Group) -> Bool {
    guard !group.isRule, let line = group.lines.first else { return false }
    let text = Array(Bytes.trim(line.bytes).prefix(DatelineRule.longest + 40))
    return DatelineRule(data: data).find(in: text).map { $0.end < text.count && !$0.place.isEmpty } ?? false
  }

  /// Whether all lines of a part belong to the page.
  private func isFurniture(_ groups: ArraySlice<Group>) -> Bool {
    groups.allSatisfy { group in
      group.lines.allSatisfy { line in
        let text = Array(Bytes.trim(line.bytes))
        return BoilerplateRule(data: data).applies(text) || CreditRule(data: data).applies(text)
          || BylineRule(data: data).applies(text)
      }
    }
  }

  private static func lines(of groups: ArraySlice<Group>) -> [TextLine] {
    var lines: [TextLine] = []
    for group in groups where !group.isRule {
      if !lines.isEmpty { lines.append(TextLine(bytes: [])) }
      lines += group.lines
    }
    return lines
  }

  private static func groups(of lines: [TextLine]) -> [Group] {
    var groups: [Group] = []
    var isOpen = false
    for line in lines {
      if line.isBlank {
        isOpen = false
      } else if line.mark == nil, isRule(Bytes.trim(line.bytes)) {
        groups.append(Group(lines: [line], isRule: true))
        isOpen = false
      } else if isOpen {
        groups[groups.count - 1].lines.append(line)
      } else {
        groups.append(Group(lines: [line]))
        isOpen = true
      }
    }
    return groups
  }

  /// Whether a line holds one sign and spaces, three times or more.
  private static func isRule(_ line: ArraySlice<UInt8>) -> Bool {
    guard let first = line.first, "-=*_~#+".utf8.contains(first) else { return false }
    return line.count >= 3 && line.allSatisfy { $0 == first || $0 == Bytes.space }
      && line.filter { $0 == first }.count >= 3
  }
}
