/// A text inside a mail.
struct MailText {
  /// In UTF-8.
  var bytes: [UInt8]
  var isHTML: Bool
  /// Whether lines that end in a space go on (RFC 3676), and whether that space goes.
  var isFlowed = false
  var dropsSpace = false
  /// Whether it is a saved page, with menus around its text.
  var isPage = false

  /// The text as an article; its first line is the title where none is given.
  func draft(data: ReadingData, title: String?) -> Draft {
    if isHTML {
      let draft = HTMLPage(data: data).draft(of: bytes, isFragment: !isPage) ?? Draft()
      return draft
    }
    var lines = isFlowed ? Self.unfolded(TextLayout.lines(of: bytes), dropsSpace) : TextLayout.lines(of: bytes)
    // Two dashes and a space begin the signature.
    if let sign = lines.firstIndex(where: { $0.bytes.elementsEqual("-- ".utf8) }) {
      for index in sign..<lines.count { lines[index].mark = .boilerplate }
    }
    return TextLayout(data: data).draft(lines, title: title)
  }

  /// How many bytes of words there are.
  func words(data: ReadingData) -> Int {
    let text = isHTML ? draft(data: data, title: "").body : bytes
    return text.reduce(0) { Bytes.isWord($1) ? $0 + 1 : $0 }
  }

  private static func unfolded(_ lines: [TextLine], _ dropsSpace: Bool) -> [TextLine] {
    var output: [TextLine] = []
    var open: [UInt8]?
    for line in lines {
      let stuffed = line.bytes.first == Bytes.space ? line.bytes.dropFirst() : line.bytes
      let isSignature = stuffed.elementsEqual("-- ".utf8)
      let goesOn = stuffed.last == Bytes.space && !isSignature
      var whole = isSignature ? [] : (open ?? [])
      if isSignature, let open { output.append(TextLine(bytes: open[...])) }
      whole += goesOn && dropsSpace ? stuffed.dropLast() : stuffed
      if goesOn {
        open = whole
      } else {
        output.append(TextLine(bytes: whole[...]))
        open = nil
      }
    }
    if let open { output.append(TextLine(bytes: open[...])) }
    return output
  }
}

/// Takes the parts of a mail apart (RFC 2045, 2046) and chooses the texts to read.
struct MailParts {
  /// The most parts of one mail that are looked at.
  private static let most = 1000

  private let bytes: [UInt8]
  private let data: ReadingData
  private let limits: ReadingLimits
  private var parts = 0
  private(set) var isTooDeep = false
  private(set) var attachments: [String] = []
  private var isPage = false

  init(_ bytes: [UInt8], data: ReadingData, limits: ReadingLimits) {
    self.bytes = bytes
    self.data = data
    self.limits = limits
  }

  /// How deep parts may lie in each other; each level is looked through once more.
  static func nesting(_ limits: ReadingLimits) -> Int { min(limits.nesting, 16) }

  /// The headers of the whole mail and its texts.
  mutating func read(from start: Int) -> (MailHeaders, [MailText]) {
    let (headers, body) = MailHeaders.read(bytes, from: start, to: bytes.count)
    isPage = headers["snapshot-content-location"] != nil
    return (headers, texts(headers, body..<bytes.count, depth: 0))
  }

  private mutating func texts(_ headers: MailHeaders, _ body: Range<Int>, depth: Int) -> [MailText] {
    parts += 1
    guard parts <= Self.most else { return [] }
    guard depth <= Self.nesting(limits) else {
      isTooDeep = true
      return []
    }
    let kind = headers["content-type"] == nil ? "text/plain" : headers.kind("content-type")
    if kind.hasPrefix("multipart/"), let boundary = headers.parameter("boundary", of: "content-type"), !boundary.isEmpty
    {
      return several(kind, boundary, body, depth)
    }
    let name = headers.parameter("filename", of: "content-disposition") ?? headers.parameter("name", of: "content-type")
    let isAttached = headers.kind("content-disposition") == "attachment"
    if kind == "message/rfc822", !isAttached {
      let (inner, start) = MailHeaders.read(bytes, from: body.lowerBound, to: body.upperBound)
      return texts(inner, start..<body.upperBound, depth: depth + 1)
    }
    let isText = kind == "text/plain" || kind == "text/html" || kind == "application/xhtml+xml" || kind == "text"
    guard isText, !isAttached else {
      let isRelated = headers["content-id"] != nil || headers["content-location"] != nil
      if !isRelated, attachments.count < 20 { attachments.append(EncodedWords.decoded(name ?? kind)) }
      return []
    }
    let content = decoded(headers, body)
    let isHTML = kind.hasSuffix("html") || kind.hasSuffix("xml")
    let declared = headers.parameter("charset", of: "content-type") ?? (isHTML ? DeclaredCharset.of(content) : nil)
    return [
      MailText(
        bytes: Decoding.utf8(content, declared: declared), isHTML: isHTML,
        isFlowed: headers.parameter("format", of: "content-type")?.lowercased() == "flowed",
        dropsSpace: headers.parameter("delsp", of: "content-type")?.lowercased() == "yes", isPage: isPage)
    ]
  }

  private mutating func several(_ kind: String, _ boundary: String, _ body: Range<Int>, _ depth: Int) -> [MailText] {
    var found: [[MailText]] = []
    for range in pieces(body, boundary) {
      let (headers, start) = MailHeaders.read(bytes, from: range.lowerBound, to: range.upperBound)
      let texts = texts(headers, start..<range.upperBound, depth: depth + 1)
      if !texts.isEmpty { found.append(texts) }
    }
    switch kind {
    case "multipart/alternative": return chosen(found)
    // The first part is the page, the others are what it shows.
    case "multipart/related": return found.first ?? []
    default: return found.flatMap { $0 }
    }
  }

  /// Of versions of one text the plain one, unless it is a stub.
  private func chosen(_ versions: [[MailText]]) -> [MailText] {
    guard let plain = versions.first(where: { $0.allSatisfy { !$0.isHTML } }) else { return versions.last ?? [] }
    guard let html = versions.first(where: { $0.contains(where: \.isHTML) }) else { return plain }
    let words = plain.reduce(0) { $0 + $1.words(data: data) }
    let other = html.reduce(0) { $0 + $1.words(data: data) }
    return words * 3 < other ? html : plain
  }

  /// The pieces between lines that begin with the boundary.
  private func pieces(_ body: Range<Int>, _ boundary: String) -> [Range<Int>] {
    let sign = Array("--\(boundary)".utf8)
    var pieces: [Range<Int>] = []
    var open: Int?
    var position = body.lowerBound
    while position < body.upperBound, pieces.count < Self.most {
      let end = bytes[position..<body.upperBound].firstIndex(of: Bytes.newline) ?? body.upperBound
      if bytes[position..<end].starts(with: sign) {
        let rest = Bytes.trimEnd(bytes[position..<end].dropFirst(sign.count))
        if rest.isEmpty || rest.elementsEqual("--".utf8) {
          if let open { pieces.append(open..<max(open, position)) }
          open = rest.isEmpty ? min(end + 1, body.upperBound) : nil
        }
      }
      position = end + 1
    }
    // A mail that is cut short has no last boundary.
    if let open, open < body.upperBound, pieces.count < Self.most { pieces.append(open..<body.upperBound) }
    return pieces
  }

  private func decoded(_ headers: MailHeaders, _ body: Range<Int>) -> [UInt8] {
    switch headers.kind("content-transfer-encoding") {
    case "base64": TransferCoding.base64(bytes[body])
    case "quoted-printable": TransferCoding.quotedPrintable(bytes[body])
    default: Array(bytes[body])
    }
  }
}
