import Foundation
import Testing

@testable import Articles

/// Every reader against damaged files, and long files in little memory.
@Suite struct HostileInputTests {
  /// A file of each format with most of what its reader looks for.
  static let seeds: [[UInt8]] =
    PackedInputTests.samples.map { Array($0.text.utf8) } + [
      Array(
        """
        <?xml version="1.0" encoding="utf-8"?><!DOCTYPE rss [<!ENTITY a "b">]><rss xml:lang="en"><channel><title>P</title>
        <item><title type='html'>A &amp; &#x42; <![CDATA[<b>c</b>]]></title><link rel="alternate" href="http://x/1"/>
        <guid isPermaLink="false">1</guid><pubDate>30 Jan 2023</pubDate><source><title>S</title></source>
        <content type="xhtml"><div><p>One.</p></div></content></item><!-- c --></channel></rss>
        """.utf8),
      Array(
        "[{\"id\":1,\"title\":\"A \\u00e9 \\ud83d\\ude00\",\"body\":[\"x\",\"y\"],\"n\":-1.5e3,\"o\":{\"p\":null}},{},[],true]"
          .utf8),
      Array("id;title;\"te\"\"xt\";date\r\n1;\"A;\nB\";C;2023\r\n2;D\r\n".utf8),
      Array(
        (MailReaderTests.header
          + "Content-Type: multipart/mixed; boundary=\"m\"\n\n--m\nContent-Type: text/plain; charset=utf-8; format=flowed\n"
          + "Content-Transfer-Encoding: quoted-printable\n\nA =C3=A9 \nb=\nc\n--m\nContent-Type: text/html\n"
          + "Content-Transfer-Encoding: base64\n\nPHA+QTwvcD4=\n--m--\n").utf8),
      WARCReaderTests.record(
        WARCReaderTests.answer(
          Array("4\r\n<p>A\r\n4\r\n</p>\r\n0\r\n\r\n".utf8), more: "Transfer-Encoding: chunked\r\n"))
        + WARCReaderTests.record(
          WARCReaderTests.answer(gzipped(WARCReaderTests.page), more: "Content-Encoding: gzip\r\n")),
      gzipped("{\"id\":\"a\",\"body\":\"A\"}\n".utf8) + gzipped("{\"id\":\"b\",\"body\":\"B\"}\n".utf8),
    ]

  /// Signs that readers look for.
  static let signs: [[UInt8]] = [
    "\"", "\\", "{", "}", "[", "]", ",", ":", "<", ">", "</", "<![CDATA[", "]]>", "<!--", "-->", "&", ";", "=", "\n",
    "\r",
    "\n\n", "--m", "--m--", "<item>", "</item>", "<entry>", "WARC/1.0\r\n", "HTTP/1.1 200\r\n",
    "Content-Length: 99\r\n", "\t",
    "9999999999999999999999", "=?utf-8?B?", "?=", "\\ud83d", "\0", "\"articles\":[{",
  ].map { Array($0.utf8) }

  static func mutated(_ seed: [UInt8], _ dice: inout Dice) -> [UInt8] {
    var bytes = seed
    for _ in 0..<Int.random(in: 1...6, using: &dice) {
      guard !bytes.isEmpty else { return bytes }
      let place = Int.random(in: 0..<bytes.count, using: &dice)
      let end = min(bytes.count, place + Int.random(in: 1...40, using: &dice))
      switch Int.random(in: 0..<6, using: &dice) {
      case 0: bytes[place] = UInt8.random(in: 0...255, using: &dice)
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 3: bytes.insert(contentsOf: signs.randomElement(using: &dice) ?? [], at: place)
      case 4: bytes.replaceSubrange(place..<end, with: signs.randomElement(using: &dice) ?? [])
      default: bytes.removeSubrange(place...)
      }
    }
    return bytes
  }

  @Test(.timeLimit(.minutes(2)), arguments: seeds.indices)
  func readersTakeAnyDamage(_ index: Int) throws {
    let limits = ReadingLimits(text: 3000, line: 400, member: 2000, ratioFrom: 5000, columns: 20)
    let opener = InputOpener(data: try readingData(), limits: limits)
    let analyser = ArticleAnalyser(data: opener.data)
    var dice = Dice(state: UInt64(index))
    for round in 0..<250 {
      let bytes = Self.mutated(Self.seeds[index], &dice)
      let name = ["-", "a.csv", "a.json", "a.xml", "a.eml", "a.html.gz"][round % 6]
      var source = opener.open(MemorySource(bytes), name: name)
      var items = 0
      while let item = source.next() {
        items += 1
        guard case .draft(let draft) = item else { continue }
        #expect(draft.id != nil || !draft.names.isEmpty || draft.line == nil)
        #expect(isSound(analyser.analyse(draft, id: "x")))
      }
      #expect(items >= 1 && items <= bytes.count + 3, "\(items) of \(Bytes.text(bytes).debugDescription)")
    }
  }

  /// Whatever the chunk, the same comes out.
  @Test func chunksMakeNoDifference() throws {
    let data = try readingData()
    var dice = Dice(state: 77)
    let limits = ReadingLimits(line: 5000)
    for round in 0..<150 {
      let bytes = Self.mutated(Self.seeds[[4, 11, 12, 5, 13, 7][round % 6]], &dice)
      func items(_ chunk: Int) -> [String] {
        let source = MemorySource(bytes)
        var reader: any DraftSource
        switch round % 6 {
        case 0, 2: reader = JSONReader(source, file: "-", data: data, limits: limits, chunk: chunk)
        case 3, 4:
          let dialect = TableDialect(separator: round % 6 == 3 ? 44 : 59)
          reader = TableReader(source, file: "-", data: data, limits: limits, dialect: dialect, chunk: chunk)
        default: reader = FeedReader(source, file: "-", data: data, limits: limits, chunk: chunk)
        }
        var items: [String] = []
        while let item = reader.next() {
          switch item {
          case .draft(let draft): items.append(outline(draft))
          case .problem(let problem): items.append(problem.description)
          }
        }
        return items
      }
      let whole = items(1 << 18)
      #expect(items(1) == whole, "\(Bytes.text(bytes).debugDescription)")
      #expect(items(13) == whole, "\(Bytes.text(bytes).debugDescription)")
    }
  }

  /// Arrays, tables and feeds of any length are read as they come: what was fetched and is not read yet stays small.
  @Test(arguments: ["json", "wrapped", "csv", "jsonl", "rss"])
  func longFilesAreReadAsTheyCome(_ format: String) throws {
    let words = String(repeating: "The ministers met on Monday and signed nothing. ", count: 400)
    let count = 200
    let meter = Meter()
    let source: any ByteSource
    switch format {
    case "json":
      source = RepeatingSource(beginning: "[", count: count, end: "{}]") {
        Array("{\"id\":\"\($0)\",\"title\":\"A\",\"body\":\"\(words)\"},\n".utf8)
      }
    case "wrapped":
      source = RepeatingSource(beginning: "{\"articles\":[", count: count, end: "{}]}") {
        Array("{\"id\":\"\($0)\",\"title\":\"A\",\"body\":\"\(words)\"},".utf8)
      }
    case "csv":
      source = RepeatingSource(beginning: "id,title,body\n", count: count) { Array("\($0),A,\"\(words)\"\n".utf8) }
    case "rss":
      source = RepeatingSource(beginning: "<rss>", count: count, end: "</rss>") {
        Array("<item><guid>\($0)</guid><title>A</title><content:encoded>\(words)</content:encoded></item>".utf8)
      }
    default:
      source = RepeatingSource(count: count) {
        Array("{\"id\":\"\($0)\",\"title\":\"A\",\"body\":\"\(words)\"}\n".utf8)
      }
    }
    let opener = InputOpener(data: try readingData(), limits: ReadingLimits())
    var reader = opener.open(MeteredSource(base: source, meter: meter), name: "-")
    var drafts = 0
    while let item = reader.next() {
      guard case .draft = item else { continue }
      drafts += 1
      // Two chunks, and as many articles as were read.
      #expect(meter.bytes < 600_000 + drafts * (words.utf8.count + 100))
    }
    #expect(drafts == count && meter.bytes > count * words.utf8.count)
  }

  /// Counts what a source gives.
  final class Meter { var bytes = 0 }

  struct MeteredSource: ByteSource {
    var base: any ByteSource
    let meter: Meter

    mutating func read(atMost count: Int) throws(SourceError) -> [UInt8] {
      let read = try base.read(atMost: count)
      meter.bytes += read.count
      return read
    }
  }
}
