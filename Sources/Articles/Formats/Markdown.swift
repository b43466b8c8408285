/// Takes the markup out of Markdown and keeps the words: light, line by line, in linear time.
///
/// Dropped: code blocks, comments and tags, rules, link targets and definitions, table rulers, emphasis, list and
/// quote signs. Headings are marked, the first of them as title; a picture's description alone on its line is a
/// caption. The lines of a paragraph are joined. `title`, `date` and `url` are taken from front matter.
struct Markdown {
  private(set) var title: String?
  private(set) var date: String?
  private(set) var url: String?
  private(set) var lines: [TextLine] = []

  private var paragraph: [UInt8] = []
  private var fence: UInt8?
  private var inComment = false
  private var hasTitle = false

  init(_ bytes: [UInt8]) {
    var rest = TextLayout.lines(of: bytes).map(\.bytes)[...]
    if let first = rest.first, Bytes.trimEnd(first).elementsEqual("---".utf8) { frontMatter(&rest) }
    hasTitle = title != nil
    for line in rest { take(line) }
    close()
  }

  private mutating func frontMatter(_ rest: inout ArraySlice<ArraySlice<UInt8>>) {
    let isEnd: (ArraySlice<UInt8>) -> Bool = {
      let line = Bytes.trimEnd($0)
      return line.elementsEqual("---".utf8) || line.elementsEqual("...".utf8)
    }
    guard let end = rest.dropFirst().prefix(60).firstIndex(where: isEnd) else { return }
    for line in rest[..<end].dropFirst() {
      guard let colon = line.firstIndex(of: UInt8(ascii: ":")) else { continue }
      var value = Bytes.trim(line[(colon + 1)...])
      if let quote = value.first, quote == 34 || quote == 39, value.count > 1, value.last == quote {
        value = value.dropFirst().dropLast()
      }
      guard !value.isEmpty else { continue }
      switch Bytes.text(Bytes.lowercased(line[..<colon])) {
      case "title": title = Bytes.text(value)
      case "date": date = Bytes.text(value)
      case "url": url = Bytes.text(value)
      default: break
      }
    }
    rest = rest[(end + 1)...]
  }

  private mutating func take(_ raw: ArraySlice<UInt8>) {
    var line = Bytes.trim(raw)
    if let sign = Self.fenceSign(line) {
      if fence == nil || fence == sign { fence = fence == nil ? sign : nil }
      return close()
    }
    if fence != nil { return }
    while line.first == UInt8(ascii: ">") { line = Bytes.trim(line.dropFirst()) }
    if line.isEmpty || TextLine(bytes: line).isBlank { return close() }
    if let sign = Self.ruler(line) {
      // A line of signs below a paragraph makes it a heading; elsewhere it is a rule.
      if paragraph.isEmpty || (sign != UInt8(ascii: "=") && sign != UInt8(ascii: "-")) { return close() }
      return close(mark: .heading)
    }
    if Self.isDefinition(line) { return }
    let hashes = line.prefix { $0 == UInt8(ascii: "#") }.count
    if (1...6).contains(hashes), line.count > hashes, line[line.startIndex + hashes] == Bytes.space {
      close()
      var words = Bytes.trim(line.dropFirst(hashes))
      while words.last == UInt8(ascii: "#") { words = Bytes.trimEnd(words.dropLast()) }
      paragraph = plain(words)
      return close(mark: .heading)
    }
    if line.starts(with: "![".utf8), line.last == UInt8(ascii: ")") {
      close()
      paragraph = plain(line)
      return close(mark: .caption)
    }
    if let item = Self.listItem(line) {
      close()
      line = item
    }
    let words = plain(line)
    if !words.isEmpty { paragraph += (paragraph.isEmpty ? [] : [Bytes.space]) + words }
  }

  private mutating func close(mark: Block.Kind? = nil) {
    guard !paragraph.isEmpty else { return }
    var mark = mark
    if mark == .heading, !hasTitle {
      hasTitle = true
      mark = .title
    }
    lines.append(TextLine(bytes: paragraph[...], mark: mark))
    lines.append(TextLine(bytes: []))
    paragraph = []
  }

  private mutating func plain(_ line: ArraySlice<UInt8>) -> [UInt8] {
    MarkdownInline.plain(line, inComment: &inComment)
  }

  private static func fenceSign(_ line: ArraySlice<UInt8>) -> UInt8? {
    if line.starts(with: "```".utf8) { return UInt8(ascii: "`") }
    if line.starts(with: "~~~".utf8) { return UInt8(ascii: "~") }
    return nil
  }

  /// The sign of a line that holds nothing else, three times or more.
  private static func ruler(_ line: ArraySlice<UInt8>) -> UInt8? {
    guard let first = line.first, "-=*_|".utf8.contains(first) else { return nil }
    let allowed: [UInt8] = first == UInt8(ascii: "|") ? Array("|-: ".utf8) : [first, Bytes.space]
    return line.count >= 3 && line.allSatisfy(allowed.contains) ? first : nil
  }

  private static func isDefinition(_ line: ArraySlice<UInt8>) -> Bool {
    guard line.first == UInt8(ascii: "["), let close = line.firstIndex(of: UInt8(ascii: "]")) else { return false }
    let next = line[close...].dropFirst()
    return next.starts(with: ": ".utf8)
  }

  private static func listItem(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8>? {
    if let first = line.first, "-*+".utf8.contains(first), line.dropFirst().first == Bytes.space {
      return Bytes.trim(line.dropFirst(2))
    }
    let digits = line.prefix(while: Bytes.isDigit).count
    let rest = line.dropFirst(digits)
    guard (1...3).contains(digits), rest.first == UInt8(ascii: ".") || rest.first == UInt8(ascii: ")"),
      rest.dropFirst().first == Bytes.space
    else { return nil }
    return Bytes.trim(rest.dropFirst(2))
  }
}
