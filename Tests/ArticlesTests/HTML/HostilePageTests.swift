import Foundation
import Testing

@testable import Articles

/// Pages that nobody wrote in earnest: nothing may crash, hang or take more than linear time.
@Suite struct HostilePageTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var html: [UInt8]
    var testDescription: String { name }

    init(_ name: String, _ html: String) {
      self.name = name
      self.html = Array(html.utf8)
    }

    init(_ name: String, _ piece: String, bytes: Int) {
      self.init(name, String(repeating: piece, count: bytes / piece.utf8.count))
    }
  }

  static let sentence = "The envoy left the capital on Monday, officials said in a statement."

  /// Two megabytes each, but for those whose depth is what matters.
  static let large: [Case] = [
    Case("open divs", "<div>", bytes: 2_000_000), Case("open tables", "<table><tr><td>", bytes: 2_000_000),
    Case("open lists", "<ul><li>", bytes: 2_000_000), Case("open links", "<a href=x>", bytes: 2_000_000),
    Case("open paragraphs", "<p>", bytes: 2_000_000), Case("open buttons", "<button>", bytes: 2_000_000),
    Case("open drawings", "<svg><g>", bytes: 2_000_000), Case("signs", "<", bytes: 2_000_000),
    Case("open comments", "<!--", bytes: 2_000_000), Case("open declarations", "<!", bytes: 2_000_000),
    Case("quotes", "\"", bytes: 2_000_000), Case("open scripts", "<script>", bytes: 2_000_000),
    Case("half end tags", "</", bytes: 2_000_000), Case("end tags", "</div>", bytes: 2_000_000),
    Case("entities", "&amp", bytes: 2_000_000), Case("half entities", "&#x", bytes: 2_000_000),
    Case("line breaks", "<br>", bytes: 2_000_000), Case("empty paragraphs", "<p></p>", bytes: 2_000_000),
    Case("null bytes", "\0", bytes: 2_000_000), Case("spaces", " ", bytes: 2_000_000),
    Case("headings", "<h2>a</h2>", bytes: 2_000_000), Case("titles", "<title>", bytes: 2_000_000),
    Case("rows", "<table>" + String(repeating: "<tr><td>a<td>b", count: 140_000)),
    Case("fonts of many sorts", (0..<60_000).map { "<font size=\($0)><p>" }.joined()),
    Case("one tag of a million attributes", "<p " + String(repeating: "a ", count: 1_000_000) + ">x"),
    Case("one giant attribute", "<p class=\"" + String(repeating: "share ", count: 300_000) + "\">x</p>"),
    Case("one open attribute", "<p class=\"" + String(repeating: "x>", count: 1_000_000)),
    Case("open attributes", "<p class=\"", bytes: 2_000_000),
    Case("classes", "<i class=\"share article-body comments\">x</i>", bytes: 2_000_000),
    Case(
      "nested 100,000 deep",
      String(repeating: "<div><span>", count: 100_000) + sentence + String(repeating: "</span></div>", count: 100_000)),
    Case("brackets in JSON", "<script type=application/ld+json>" + String(repeating: "[", count: 2_000_000)),
    Case("script in a title", "<title><script>" + String(repeating: "x", count: 100) + "</title><p>" + sentence),
    Case("canonical", "<link rel=canonical href=" + String(repeating: "x", count: 2_000_000)),
  ]

  @Test(arguments: large) func takeLittleTime(_ test: Case) throws {
    let page = HTMLPage(data: try readingData())
    let start = clock()
    _ = page.draft(of: test.html)
    _ = page.draft(of: test.html, isFragment: true)
    // Built for release it is a fraction of a second; not so without optimization.
    #expect(Double(clock() - start) / Double(CLOCKS_PER_SEC) < 60, "\(test.name)")
  }

  @Test func textOfUnsoundPagesIsKept() throws {
    let page = HTMLPage(data: try readingData())
    func body(_ html: String) -> String? { page.draft(of: Array(html.utf8)).map { Bytes.text($0.body) } }
    let text = Self.sentence
    #expect(body("<p>\(text)") == text)
    #expect(body("<!-- never closed <p>\(text)</p>") == text)
    #expect(body("<div><p>\(text)</div></div></p></td>") == text)
    #expect(body("<p>\(text) &amp") == text + " &")
    #expect(body("<b><i><p>\(text)</b></i></p>") == text)
    #expect(body("<svg><path d=\"M0\"/><p>\(text)</p>") == text)
    #expect(body("<td>\(text)</td>") == text)
    #expect(body("<p>\(text)</p><script>\(text)</p>") == text)
    #expect(body("<p>\(text) <script>var a = '<p>';</script></p>") == text)
    #expect(body("<body hidden><p>\(text)</p></body>") == text)
    #expect(body("<p title='a > b' class=\"x>y\">\(text)</p>") == text)
    #expect(body("<P>\(text)</P><STYLE>p { color: red }</STYLE>") == text)
    #expect(body(String(repeating: "<div>", count: 100_000) + "<p>\(text)</p>")?.hasSuffix(text) == true)
    #expect(body("<p>\(text.replacingOccurrences(of: "envoy", with: "en\0voy"))")?.contains("left the capital") == true)
    #expect(page.draft(of: []) == nil && page.draft(of: Array("<p></p>".utf8)) == nil)
  }

  @Test func changedPagesAreSound() throws {
    let analyser = ArticleAnalyser(data: try readingData())
    let page = HTMLPage(data: analyser.data)
    let sources = try Pages.all().map { try Pages.html($0.name) }
    let pieces = [
      "<", ">", "</", "<!--", "-->", "\"", "'", "&", "&#", ";", "<p>", "</p>", "<div>", "</div>", "<table>", "<td>",
      "<a href=x>", "<script>", "</script>", "<svg>", "<br>", "<h1>", "<article>", "<pre>", "\0", "\u{FFFD}", "é",
      "{\"@type\":\"NewsArticle\",\"headline\":", "<title>", "<body>", "</html>", "<template>", "<select>", "<form>",
    ].map { Array($0.utf8) }
    var dice = Dice(state: 7)
    for round in 0..<2000 {
      let source = sources[round % sources.count]
      // Pieces of pages: whole ones would take minutes.
      let length = Int.random(in: 1...900, using: &dice)
      let start = Int.random(in: 0..<max(1, source.count - length), using: &dice)
      var html = Array(source[start..<min(source.count, start + length)])
      for _ in 0..<Int.random(in: 1...12, using: &dice) {
        let place = Int.random(in: 0...html.count, using: &dice)
        switch Int.random(in: 0..<4, using: &dice) {
        case 0: html.insert(contentsOf: pieces.randomElement(using: &dice) ?? [], at: place)
        case 1: html.removeSubrange(place..<min(html.count, place + Int.random(in: 0...20, using: &dice)))
        case 2 where place < html.count: html[place] = UInt8.random(in: 0...255, using: &dice)
        default: html.insert(contentsOf: html.prefix(place).suffix(30), at: place)
        }
      }
      guard let draft = page.draft(of: html, url: "https://a.example/b", isFragment: round % 3 == 0) else { continue }
      #expect(draft.marks.keys.allSatisfy { $0 < draft.body.count }, "round \(round)")
      #expect(String(validating: draft.body, as: UTF8.self) != nil, "round \(round)")
      #expect(isSound(analyser.analyse(draft, id: "x")), "round \(round)")
    }
  }
}
