import Foundation
import Testing
import Vocabulary

@testable import Diagrams

struct DiagramTests {
  static let golden: [(name: String, diagram: Diagram)] = [
    ("world", Diagram(events: Samples.world, evidence: Samples.evidence, options: Samples.worldOptions)),
    (
      "ego",
      Diagram(
        events: Samples.ego, evidence: Samples.evidence,
        options: DiagramOptions(title: "Around South Korea", subtitle: "January 2023", layout: .dot, focus: "KOR"))
    ),
    ("single", Diagram(events: Samples.single, options: DiagramOptions(title: "NATO and South Korea"))),
    ("empty", Diagram(events: [], options: DiagramOptions(title: "Nothing", subtitle: "from Atlantis"))),
  ]

  @Test(arguments: golden.indices)
  func dotIsAsAgreed(_ index: Int) throws {
    let (name, diagram) = Self.golden[index]
    // ENTENTE_GOLDEN names a folder to write new golden files to, after a change that is meant.
    if let folder = ProcessInfo.processInfo.environment["ENTENTE_GOLDEN"] {
      try diagram.dot.write(toFile: "\(folder)/\(name).dot", atomically: true, encoding: .utf8)
      return
    }
    let file = try #require(Bundle.module.url(forResource: name, withExtension: "dot", subdirectory: "Golden"))
    #expect(try diagram.dot == String(contentsOf: file, encoding: .utf8))
  }

  @Test func theOrderOfEventsDoesNotMatter() {
    let expected = Diagram(events: Samples.world, evidence: Samples.evidence, options: Samples.worldOptions).dot
    var generator = SeededGenerator(seed: 1)
    for _ in 0..<20 {
      let shuffled = Samples.world.shuffled(using: &generator)
      #expect(Diagram(events: shuffled, evidence: Samples.evidence, options: Samples.worldOptions).dot == expected)
    }
  }

  @Test func theNoteSaysWhatWasLeftOut() {
    var options = Samples.worldOptions
    #expect(!Diagram(events: Samples.world, options: options).dot.contains("shown"))
    options.maximumActors = 8
    #expect(
      Diagram(events: Samples.world, options: options).dot.contains("8 of 15 actors and 19 of 30 relations"))
  }

  @Test func legendShowsOnlyWhatOccurs() {
    let dot = Diagram(events: Samples.single).dot
    #expect(dot.contains(">verbal conflict<") && dot.contains(">organization<"))
    #expect(!dot.contains(">material conflict<") && !dot.contains(">person<") && !dot.contains(">planned<"))
  }

  @Test func layoutFollowsSizeUnlessTold() {
    #expect(Diagram(events: Samples.single).layout == .dot)
    #expect(Diagram(events: Samples.world).layout == .neato)
    #expect(Diagram(events: Samples.world, options: DiagramOptions(layout: .circo)).layout == .circo)
  }

  @Test func textHasContrastOnItsPaper() throws {
    let theme = DiagramTheme.light
    var pairs = [(theme.ink, theme.background), (theme.subtleInk, theme.background), (theme.focusInk, theme.focusFill)]
    pairs += QuadClass.allCases.map { (theme.color(of: $0), theme.background) }
    pairs += ActorKind.allCases.map { (theme.ink, theme.style(of: $0).fill) }
    for (text, paper) in pairs {
      let (first, second) = (try luminance(text), try luminance(paper))
      #expect((max(first, second) + 0.05) / (min(first, second) + 0.05) >= 4.5, "\(text) on \(paper)")
    }
  }

  /// Relative luminance as WCAG 2 defines it.
  private func luminance(_ color: String) throws -> Double {
    let value = try #require(Int(color.dropFirst(), radix: 16))
    let channels = [value >> 16, value >> 8 & 255, value & 255].map { channel -> Double in
      let part = Double(channel) / 255
      return part <= 0.03928 ? part / 12.92 : pow((part + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }
}
