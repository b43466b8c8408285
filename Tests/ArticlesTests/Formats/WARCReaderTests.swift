import Testing
import Vocabulary

@testable import Articles

/// What crawlers bring.
@Suite struct WARCReaderTests {
  static func record(
    _ block: [UInt8], type: String = "response", uri: String = "https://example.org/1", version: String = "1.0"
  ) -> [UInt8] {
    let head =
      "WARC/\(version)\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(uri)\r\nWARC-Date: 2023-02-03T04:05:06Z\r\n"
      + "WARC-Record-ID: <urn:uuid:1>\r\nContent-Length: \(block.count)\r\n\r\n"
    return Array(head.utf8) + block + Array("\r\n\r\n".utf8)
  }

  static func answer(
    _ body: [UInt8], status: Int = 200, type: String = "text/html; charset=utf-8", more: String = ""
  ) -> [UInt8] {
    Array("HTTP/1.1 \(status) OK\r\nContent-Type: \(type)\r\n\(more)\r\n".utf8) + body
  }

  static let page = Array(
    "<html><head><title>Talks end</title></head><body><h1>Talks end</h1><p>Nothing was signed on Monday.</p></body></html>"
      .utf8)
  static let expected =
    "(https://example.org/1) | Talks end | - | https://example.org/1 | - | - | Nothing was signed on Monday."

  @Test(arguments: ["1.0", "1.1"])
  func readsPagesAndCountsTheRest(_ version: String) throws {
    let notes = Array("Harbour talks\n\nWords.".utf8)
    let file =
      Self.record(Array("software: x\r\n".utf8), type: "warcinfo", version: version)
      + Self.record(Array("GET / HTTP/1.1\r\n\r\n".utf8), type: "request", version: version)
      + Self.record(Self.answer(Self.page), version: version)
      + Self.record(Self.answer(Self.page, status: 404), uri: "https://example.org/2", version: version)
      + Self.record(Self.answer([1, 2, 3], type: "image/png"), uri: "https://example.org/3", version: version)
      + Self.record(Self.answer(notes, type: "text/plain"), uri: "https://example.org/4")
      + Self.record(Self.answer([]), uri: "https://example.org/5")
    let found = try outline(file)
    #expect(
      found == [
        Self.expected, "(https://example.org/4) | Harbour talks | - | https://example.org/4 | - | - | Words.",
        "-: passed over: 1 of content type 'image/png', 1 of type 'request', 1 of type 'warcinfo', 1 with status 404,"
          + " 1 without text",
      ], "\(found)")
    // One gzip member a record, and one for the whole file.
    let members =
      gzipped(Self.record(Self.answer(Self.page)))
      + gzipped(Self.record(Self.answer(Self.page), uri: "https://example.org/6"))
    #expect(try outline(members).map { $0.prefix(23) } == ["(https://example.org/1)", "(https://example.org/6)"])
    #expect(try outline(gzipped(file)) == outline(file))
  }

  @Test func keepsTheDayOfTheCaptureApart() throws {
    let scratch = try Scratch()
    try scratch.write("a.warc", Self.record(Self.answer(Self.page)))
    let read = try #require(try scratch.read("a.warc").first?.article)
    #expect(read.fetched == CalendarDate("2023-02-03") && read.article.date == nil && read.dateOrigin == nil)
  }

  @Test func undoesCodings() throws {
    let chunked =
      Array("10;x=y\r\n".utf8) + Self.page.prefix(16) + Array("\r\n\(String(Self.page.count - 16, radix: 16))\r\n".utf8)
      + Self.page.dropFirst(16) + Array("\r\n0\r\n\r\n".utf8)
    let cases: [([UInt8], String)] = [
      (chunked, "Transfer-Encoding: chunked\r\n"),
      // Some archives hold content that was joined or unpacked already.
      (Self.page, "Transfer-Encoding: chunked\r\n"), (Self.page, "Content-Encoding: gzip\r\n"),
      (gzipped(Self.page), "Content-Encoding: gzip\r\n"),
      (packed(Self.page, windowBits: 15), "Content-Encoding: deflate\r\n"),
      (packed(Self.page, windowBits: -15), "Content-Encoding: deflate\r\n"),
      (Self.page, "Content-Encoding: identity\r\n"),
    ]
    for (body, header) in cases {
      #expect(try outline(Self.record(Self.answer(body, more: header))) == [Self.expected], "\(header)")
    }
    let brotli = try outline(Self.record(Self.answer([1, 2], more: "Content-Encoding: br\r\n")))
    #expect(brotli.first == "- (https://example.org/1): content packed as 'br'; the next record is read")
    let latin = Self.answer(
      Array("<p>Talks</p><p>The caf".utf8) + [0xE9] + Array(" closed.</p>".utf8), type: "text/html; charset=iso-8859-1")
    #expect(try outline(Self.record(latin)).first?.hasSuffix("The café closed.") == true)
  }

  @Test func goesOnAfterDamage() throws {
    let good = Self.record(Self.answer(Self.page))
    let noLength = Array("WARC/1.0\r\nWARC-Type: response\r\n\r\n".utf8)
    #expect(
      try outline(noLength + good) == ["-: a record has no Content-Length; the next record is read", Self.expected])
    #expect(
      try outline(Array("WARC/1.0\nrubbish".utf8) + Array("\r\n".utf8) + good).last == Self.expected)
    #expect(
      try outline(good.dropLast(20)) == [
        "- (https://example.org/1): the file ends inside a record; the next record is read",
        "-: an archive without an article; there is nothing to read",
      ])
    let long = Self.record(
      Self.answer(Self.page + [UInt8](repeating: 32, count: 5000)), uri: "https://example.org/long")
    #expect(
      try outline(long + good, limits: ReadingLimits(member: 1000)) == [
        "- (https://example.org/long): is longer than 1000 bytes; split it", Self.expected,
      ])
    let bomb = gzipped([UInt8](repeating: 32, count: 4_000_000))
    #expect(
      try outline(
        Self.record(Self.answer(bomb, more: "Content-Encoding: gzip\r\n")) + good,
        limits: ReadingLimits(ratioFrom: 1_000_000)) == [
          "- (https://example.org/1): unpacks to more than 200 times its size; unpack it yourself if you trust it",
          Self.expected,
        ])
    let overflow = "WARC/1.0\r\nWARC-Type: response\r\nContent-Length: 9223372036854775807\r\n\r\nx"
    #expect(try outline(overflow).count == 2)
    let chunks = Self.answer(Array("7fffffffffffffff\r\n<p>Talks</p>".utf8), more: "Transfer-Encoding: chunked\r\n")
    #expect(try outline(Self.record(chunks)).count <= 3)
  }

  /// Two texts of one address are two articles; one text is one.
  @Test func tellsVersionsOfAPageApart() throws {
    let scratch = try Scratch()
    let other = Array("<p>Talks end</p><p>Now something was signed.</p>".utf8)
    try scratch.write(
      "a.warc",
      Self.record(Self.answer(Self.page)) + Self.record(Self.answer(other)) + Self.record(Self.answer(Self.page)))
    let items = try scratch.summary("a.warc")
    #expect(items.count == 3 && items[0] == "https://example.org/1" && items[1].hasPrefix("https://example.org/1#"))
  }
}
