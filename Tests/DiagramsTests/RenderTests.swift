import Foundation
import Testing
import Vocabulary

@testable import Diagrams

struct RenderTests {
  private static let world = Diagram(
    events: Samples.world, evidence: Samples.evidence, options: Samples.worldOptions)

  @Test(arguments: [
    (DiagramFormat.svg, "<?xml", 20_000), (.png, "\u{89}PNG", 20_000), (.pdf, "%PDF", 10_000), (.dot, "digraph", 5_000),
  ])
  func formatsBeginAsTheyShouldAndHaveSubstance(_ format: DiagramFormat, _ magic: String, _ size: Int) async throws {
    let bytes = try await render(Self.world, as: format)
    #expect(bytes.starts(with: magic.unicodeScalars.map { UInt8($0.value) }))
    #expect(bytes.count > size)
  }

  @Test(arguments: DiagramLayout.allCases)
  func everyLayoutDraws(_ layout: DiagramLayout) async throws {
    for events in [Samples.world, Samples.single, []] {
      let svg = try await render(Diagram(events: events, options: DiagramOptions(layout: layout)), as: .svg)
      #expect(try SVG(svg).texts.joined(separator: " ").contains(events.isEmpty ? "Nothing matched" : "South Korea"))
    }
  }

  @Test func resolutionScalesPixels() async throws {
    func width(_ dpi: Int?) async throws -> Int {
      let png = try await render(Diagram(events: Samples.single), as: .png, dpi: dpi)
      return png[16..<20].reduce(0) { $0 << 8 | Int($1) }
    }
    let (usual, double) = (try await width(nil), try await width(192))
    #expect((double - usual * 2).magnitude <= 2)
    await #expect(throws: DiagramError.badResolution(5)) { try await render(Self.world, as: .png, dpi: 5) }
  }

  @Test func svgSpeaksToReadersScriptsAndPointers() async throws {
    let svg = try SVG(try await render(Self.world, as: .svg))
    #expect(svg.root["role"] == "img")
    #expect(svg.titles.first == "Who did what to whom in January 2023")
    #expect(svg.descriptions.first?.hasPrefix("Diagram of 15 actors and 30 relations.") == true)
    #expect(svg.titles.contains("North Korea, state, 9 reports"))
    #expect(svg.ids.contains("relation-NATO-KOR-verbal-conflict"))
    #expect(svg.classes.contains("edge material-cooperation planned"))
    #expect(svg.links == ["https://news.example/nato?seoul=1&page=2"])
    let tooltip =
      "“NATO urges South Korea to increase military support for Ukraine” (NATO chief visits Seoul, 2023-01-30)"
    #expect(svg.tooltips.contains { $0.contains(tooltip) })
  }

  @Test func manyTasksMayAskAtOnce() async throws {
    let layers = Diagram(events: Samples.world, options: DiagramOptions(layout: .dot))
    let expected = try await render(layers, as: .svg)
    try await withThrowingTaskGroup(of: Bool.self) { group in
      for number in 0..<8 {
        group.addTask {
          if number % 2 == 0 { return try await render(layers, as: .svg) == expected }
          return try await render(Self.world, as: .png, dpi: 50).count > 10_000
        }
      }
      for try await isRight in group { #expect(isRight) }
    }
  }

  // The spring layouts follow addresses in memory here and there, with Graphviz's own program as well.
  @Test(arguments: [DiagramLayout.dot, .circo, .twopi])
  func aPictureDoesNotDependOnThePicturesBefore(_ layout: DiagramLayout) async throws {
    var options = Samples.worldOptions
    options.layout = layout
    let diagram = Diagram(events: Samples.world, options: options)
    let first = try await render(diagram, as: .svg)
    _ = try await render(Diagram(events: Samples.ego, options: options), as: .svg)
    #expect(try await render(diagram, as: .svg) == first)
  }

  @Test func memoryStaysBounded() async throws {
    let small = Diagram(events: Samples.ego, evidence: Samples.evidence, options: DiagramOptions(focus: "KOR"))
    func draw(_ times: Int) async throws {
      for _ in 0..<times { _ = try await render(small, as: .svg) }
    }
    try await draw(50)
    let before = residentKilobytes()
    try await draw(200)
    #expect(residentKilobytes() - before < 8_000)
  }

  @Test func theProgramDrawsTheSameAndCanBeEnded() async throws {
    let dot = Diagram(events: Samples.ego).dot
    let inside = try await GraphvizLibrary.render(dot: dot, layout: .dot, format: .svg, dpi: nil)
    let outside = try await GraphvizProgram.render(dot: dot, layout: .dot, format: .svg, dpi: nil, seconds: 60)
    #expect(inside == outside)
    await #expect(throws: DiagramError.timedOut(seconds: 0)) {
      try await GraphvizProgram.render(dot: dot, layout: .dot, format: .svg, dpi: nil, seconds: 0)
    }
    await #expect(throws: DiagramError.self) {
      try await GraphvizProgram.render(
        dot: dot, layout: .dot, format: .svg, dpi: nil, seconds: 9, program: "no-such-program-here")
    }
  }

  @Test func brokenGraphsAreReported() async throws {
    let error = await #expect(throws: DiagramError.self) {
      try await GraphvizLibrary.render(dot: "digraph {", layout: .dot, format: .svg, dpi: nil)
    }
    #expect(error?.description.contains("syntax error") == true)
  }

  private func residentKilobytes() -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") } ?? ""
    return line.split(whereSeparator: { !$0.isNumber }).first.flatMap { Int($0) } ?? 0
  }
}
