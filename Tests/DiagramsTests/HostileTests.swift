import Testing
import Vocabulary

@testable import Diagrams

/// Names and phrases that try to be something else draw as themselves.
struct HostileTests {
  static let names = [
    "\"];evil", "\"] evil [label=\"", "<script>alert(1)</script>", "</text><script>x</script>", "a\\", "a\\\\",
    "\\N", "\\G\\E\\T\\H", "\\n\\l\\r", "&amp;", "&lt;script&gt;", "&#60;b&#62;", "&", "&bogus;", "<b>bold</b>",
    "<br/>", "<", ">", "<<>>", "--", "-->", "<!-- x -->", "]]>", "<![CDATA[x]]>", "'\"`", "\" onload=\"alert(1)",
    "' onclick='x", "javascript:alert(1)", "{a|b}", "a:b:c", "node", "digraph", "subgraph", "cluster_x", "#include",
    "/* x */", "// x", "%s%n%d", "${x}", "<img src=x onerror=y>", "<svg/onload=x>", "<?xml?>", "<!DOCTYPE x>",
    "٣ عربى", "שלום", "東京", "🇺🇦", "e\u{301}", "legend", "nothing", "relation", "1e5", "-", "_", "%00",
    String(repeating: "\\", count: 15), String(repeating: "\"", count: 15), "</title></svg>",
  ]

  @Test(arguments: names)
  func namesDrawAsThemselves(_ name: String) async throws {
    let hostile = Actor(code: name, name: name, kind: .organization)
    var event = Samples.event(1, "KOR", name, "NATO", .request)
    event.source = hostile
    var back = Samples.event(2, "KOR", name, "NATO", .aid, realis: .planned)
    back.target = hostile
    let evidence = [Int64(1): [DiagramEvidence(sentence: name, article: name, url: "https://news.example/" + name)]]
    let options = DiagramOptions(title: name, subtitle: name, footer: name, focus: name)
    for layout in [DiagramLayout.dot, .neato] {
      var options = options
      options.layout = layout
      let diagram = Diagram(events: [event, back], evidence: evidence, options: options)
      let svg = try SVG(try await render(diagram, as: .svg))
      // Title, subtitle, footer, both relations' labels and the actor; long ones are drawn in several lines.
      let drawn = svg.texts.joined().filter { $0 != "\u{A0}" && $0 != " " }
      #expect(drawn.ranges(of: name.filter { $0 != " " }).count >= 5, "\(drawn)")
      #expect(svg.tooltips.contains { $0.contains("“\(name)” (\(name))") })
      #expect(svg.titles.first == name)
      expectHarmless(svg)
      #expect(svg.links.allSatisfy { $0.hasPrefix("https://news.example/") })
    }
  }

  @Test(arguments: [
    "javascript:alert(1)", "JaVaScRiPt:alert(1)", " javascript:x", "data:text/html;base64,PHNjcmlwdD4=",
    "vbscript:x", "file:///etc/passwd", "\u{1}javascript:x", "java\nscript:x", "ftp://x.example", "//evil.example",
    "https://x.example/\" onclick=\"alert(1)", "https://x.example/</a><script>", "https://x.example/'\\\\",
    "https://x.example/&quot;onload=x", "http:/javascript:x", "about:blank",
  ])
  func onlyWebAddressesBecomeLinks(_ url: String) async throws {
    let evidence = [Int64(1): [DiagramEvidence(sentence: "s", article: "a", url: url)]]
    let svg = try SVG(try await render(Diagram(events: Samples.single, evidence: evidence), as: .svg))
    expectHarmless(svg)
    #expect(svg.links.allSatisfy { $0.hasPrefix("https://x.example/") && !$0.contains("<") && !$0.contains("\"") })
  }

  @Test func randomNamesDraw() async throws {
    var generator = SeededGenerator(seed: 99)
    let scalars = Array("\"\\<>&;#'{}[]|/-=\u{0}\u{7}\n\r\t\u{85}\u{2028}\u{202E}\u{FFFE}é東🇺 aN%".unicodeScalars)
    for _ in 0..<100 {
      var name = ""
      for _ in 0..<Int.random(in: 0...25, using: &generator) {
        name.unicodeScalars.append(scalars[Int.random(in: 0..<scalars.count, using: &generator)])
      }
      var event = Samples.event(
        1, "KOR", name, "NATO", .request, realis: Bool.random(using: &generator) ? .actual : .negated)
      event.source = Actor(code: name, name: name, kind: .person)
      let evidence = [Int64(1): [DiagramEvidence(sentence: name, article: name, url: "https://x.example/" + name)]]
      let options = DiagramOptions(title: name, subtitle: name, footer: name)
      expectHarmless(
        try SVG(try await render(Diagram(events: [event], evidence: evidence, options: options), as: .svg)))
    }
  }

  @Test func equalLookingCodesStayTwoActors() async throws {
    var (first, second) = (
      Samples.event(1, "a\\", "meet", "KOR", .consult), Samples.event(2, "b", "meet", "KOR", .consult)
    )
    first.source = Actor(code: "a\\", name: "One", kind: .state)
    second.source = Actor(code: "a\u{FF3C}", name: "Two", kind: .state)
    let svg = try SVG(try await render(Diagram(events: [first, second]), as: .svg))
    #expect(svg.texts.contains("One") && svg.texts.contains("Two"))
    #expect(Set(svg.ids).count == svg.ids.count)
  }

  private func expectHarmless(_ svg: SVG) {
    #expect(
      svg.elements.isSubset(of: ["svg", "g", "a", "title", "desc", "text", "path", "polygon", "polyline", "ellipse"]))
    #expect(!svg.attributes.contains { $0.lowercased().hasPrefix("on") || $0 == "style" })
  }
}
