import Foundation
import Testing
import Vocabulary

@testable import Exchange

/// Values with everything that a format can stumble over.
enum Samples {
  static let nato = Actor(code: "NATO", name: "NATO", kind: .organization)
  static let korea = Actor(code: "KOR", name: "South Korea", kind: .state)

  /// The triple of the design's example.
  static let urge = triple(
    "dev-017", source: Participant(actor: nato, principal: "NATO", mention: "NATO"),
    target: Participant(actor: korea, principal: "KOR", mention: "South Korea"),
    text: "NATO urges South Korea to increase military support for Ukraine")

  static let triples: [Triple] = [
    urge,
    triple(
      "dev-018", sentence: 12, source: speaker, "thank", .support, cameo: nil, intensity: 3.4,
      target: Participant(actor: korea, principal: "KOR", mention: "=SUM(A1)"), realis: .negated, by: "UKR",
      date: "2023-02", precision: .month, confidence: 1,
      text: "He said: \"Thanks\", and\nleft — 감사합니다 🚢\t\\o/ \u{1B}[31mred\u{7}"),
    triple(
      "@dev,019", source: Participant(actor: nato, principal: "NATO", mention: "-5"), "+call on", .assault,
      cameo: "190",
      intensity: -10, target: Participant(actor: korea, principal: "KOR", mention: "'=x"), realis: .planned, date: nil,
      confidence: 0.123456, text: "Line\r\nbreak"),
  ]

  static let events: [Event] = [
    Event(
      id: 4_803_911_278_361, source: nato, target: korea, type: .request, realis: .actual,
      date: CalendarDate("2023-01-30"), relation: "urge", cameo: "1023", intensity: -0.1, confidence: 0.93, reports: 4,
      articles: 3),
    Event(
      id: 7, source: korea, target: Actor(code: "Wagner Group", name: "Wagner \"Group\", LLC", kind: .armedGroup),
      type: .reject, realis: .possible, date: nil, relation: "=refuse", cameo: nil, intensity: -4.0 / 3,
      confidence: 0.5, reports: 1, articles: 1),
  ]

  private static let speaker = Participant(
    actor: Actor(code: "Jens Stoltenberg", name: "Jens Stoltenberg", kind: .person), principal: "NATO", mention: "He")

  static func triple(
    _ article: String, sentence: Int = 0, source: Participant, _ relation: String = "urge",
    _ type: EventType = .request, cameo: String? = "1023", intensity: Double = -0.1, target: Participant,
    realis: Realis = .actual, by attribution: String? = nil, date: String? = "2023-01-30",
    precision: DatePrecision = .article, confidence: Double = 0.93, text: String
  ) -> Triple {
    Triple(
      article: article, sentence: sentence, source: source, relation: relation, type: type, cameo: cameo,
      intensity: intensity, target: target, realis: realis, attributedTo: attribution,
      date: date.flatMap { CalendarDate($0) }, datePrecision: precision, confidence: confidence,
      evidence: Evidence(
        text: text, sentence: 0..<text.unicodeScalars.count, source: 0..<4, relation: 5..<10, target: 11..<22))
  }
}

/// What all writers give, by the name of the golden file.
enum Output {
  static let all: [String: [UInt8]] = [
    "triples.jsonl": bytes { for triple in Samples.triples { TripleJSON.append(triple, to: &$0) } },
    "triples.csv": bytes {
      TripleCSV.appendHeader(to: &$0)
      for triple in Samples.triples { TripleCSV.append(triple, to: &$0) }
    },
    "triples.txt": bytes { for triple in Samples.triples { TripleText.append(triple, to: &$0) } },
    "events.jsonl": bytes { for event in Samples.events { EventJSON.append(event, to: &$0) } },
    "events.csv": bytes {
      EventCSV.appendHeader(to: &$0)
      for event in Samples.events { EventCSV.append(event, to: &$0) }
    },
    "explanation.jsonl": bytes { for one in ExplanationSamples.all { ExplanationJSON.append(one, to: &$0) } },
    "explanation.txt": bytes { for one in ExplanationSamples.all { ExplanationText.append(one, width: 80, to: &$0) } },
    "table.txt": Array(table.text(maximumWidth: 48).utf8),
  ].merging(QuestionSamples.outputs) { first, _ in first }

  static let table = TextTable(
    columns: [.init("date"), .init("relation"), .init("target"), .init("articles", .right)],
    rows: [
      ["2023-01-30", "urge", "South Korea", "12"],
      ["2023-01", "impose sanctions on", "대한민국 정부", "3"],
      ["", "a relation that is much longer than the rest", "", "1234"],
    ])

  static func bytes(_ write: (inout [UInt8]) -> Void) -> [UInt8] {
    var bytes: [UInt8] = []
    write(&bytes)
    return bytes
  }
}

/// The files that show each format as it was checked by eye.
///
/// `UPDATE_GOLDEN=1 swift test` writes them anew; look at the difference before committing it.
@Suite struct GoldenTests {
  @Test(arguments: Output.all.keys.sorted())
  func outputIsAsBefore(name: String) throws {
    let output = Data(try #require(Output.all[name]))
    let file = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("Golden/\(name)")
    if ProcessInfo.processInfo.environment["UPDATE_GOLDEN"] != nil { try output.write(to: file) }
    let golden = try Data(contentsOf: file)
    #expect(String(decoding: output, as: UTF8.self) == String(decoding: golden, as: UTF8.self))
  }
}
