import Foundation
import Testing

@testable import Articles

/// Pages that nobody wrote in earnest: nothing may crash, hang or take more than linear time.
@Suite struct HostilePageTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    /// What stands before, what is repeated, and what stands behind.
    var before = ""
    var piece: String
    var behind = ""
    var testDescription: String { name }

    init(_ name: String, _ piece: String, before: String = "", behind: String = "") {
      (self.name, self.piece, self.before, self.behind) = (name, piece, before, behind)
    }

    func html(bytes: Int) -> [UInt8] {
      let count = bytes / (piece.utf8.count + behind.utf8.count)
      let numbered = (0..<count).lazy.map { piece.replacingOccurrences(of: "#", with: String($0)) }
      return Array((before + numbered.joined() + String(repeating: behind, count: count)).utf8)
    }
  }

  static let sentence = "The envoy left the capital on Monday, officials said in a statement."

  static let cases: [Case] = [
    Case("open divs", "<div>"), Case("open tables", "<table><tr><td>"), Case("open lists", "<ul><li>"),
    Case("open links", "<a href=x>"), Case("open paragraphs", "<p>"), Case("open buttons", "<button>"),
    Case("open drawings", "<svg><g>"), Case("signs", "<"), Case("open comments", "<!--"),
    Case("open declarations", "<!"), Case("quotes", "\""), Case("open scripts", "<script>"),
    Case("half end tags", "</"), Case("end tags", "</div>"), Case("entities", "&amp"), Case("half entities", "&&x"),
    Case("line breaks", "<br>"), Case("empty paragraphs", "<p></p>"), Case("null bytes", "\0"), Case("spaces", " "),
    Case("headings", "<h2>a</h2>"), Case("titles", "<title>"), Case("rows", "<tr><td>a<td>b", before: "<table>"),
    Case("fonts of many sorts", "<font size=#><p>"), Case("one tag with many attributes", "a ", before: "<p "),
    Case("one giant attribute", "share ", before: "<p class=\""), Case("open attributes", "<p class=\""),
    Case("ends in an attribute", "x>", before: "<p class=\""),
    Case("classes", "<i class=\"share article-body comments\">x</i>"),
    Case("teasers", "<div class=c#><a href=x>A headline of words</a> b</div>"),
    Case("nested deeply", "<div><span>", behind: "</span></div>"),
    Case("nested in the wrong order", "<b><i><p>x</b>", behind: "</i>"),
    Case("brackets in JSON", "[", before: "<script type=application/ld+json>"),
    Case("commas in JSON", ", ", before: "<script type=application/ld+json>{\"a\":1"),
    Case("script in a title", "<script>", before: "<title>"),
    Case("canonical", "x", before: "<link rel=canonical href="), Case("sentences", "<p>" + sentence),
    Case("preformatted", "<pre>a\n\nb"), Case("articles", "<article><h1>a</h1><p>\(sentence)</p></article>"),
    Case("bars in a title", "a | ", before: "<title>"),
  ]

  @Test(arguments: cases) func takeLinearTime(_ test: Case) throws {
    let page = HTMLPage(data: try readingData())
    #if DEBUG
      let large = 40_000
    #else
      let large = 2_000_000
    #endif
    func seconds(_ bytes: Int) -> Double {
      let html = test.html(bytes: bytes)
      let start = Self.threadTime()
      _ = page.draft(of: html)
      return Self.threadTime() - start
    }
    let small = seconds(large / 5)
    // Linear time is five times, quadratic time twenty-five.
    #expect(seconds(large) < 12 * small + 0.4, "\(test.name)")
    _ = page.draft(of: test.html(bytes: large / 5), isFragment: true)
  }

  /// The processor's time of this thread, in seconds; other tests run beside.
  private static func threadTime() -> Double {
    var time = timespec()
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
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

  @Test func pagesThatNeedTooMuchMemoryAreRefused() {
    let html = Array(String(repeating: "<p>x</p>", count: 20_000).utf8)
    for memory in [0, 1, 300_000, 1_000_000] { #expect(PageTree(cleaned: html, memory: memory) == nil) }
    #expect(PageTree(cleaned: html).map { $0.elements(.p).count } == 20_000)
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
