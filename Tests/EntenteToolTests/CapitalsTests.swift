import Foundation
import Testing

/// Headlines in capitals are read as sentences and quoted as they stand.
@Suite(.serialized)
struct CapitalsTests {
  private func triples(_ title: String, date: String = "2023-01-30") throws -> [[String: Any]] {
    let article = try JSONSerialization.data(withJSONObject: ["id": "a", "title": title, "date": date])
    let outcome = try Binary.run(
      ["extract", "-", "--format", "jsonl"], input: String(decoding: article, as: UTF8.self) + "\n")
    #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    return try outcome.output.split(separator: "\n").map {
      try #require(try JSONSerialization.jsonObject(with: Data($0.utf8)) as? [String: Any])
    }
  }

  private func party(_ triple: [String: Any], _ side: String) throws -> [String: Any] {
    try #require(triple[side] as? [String: Any])
  }

  @Test(arguments: [
    ("RUSSIA ATTACKS UKRAINE WITH ROCKETS", "RUS", "RUSSIA", "UKR", "UKRAINE"),
    ("PAKISTAN ACCUSES INDIA OF SHELLING", "PAK", "PAKISTAN", "IND", "INDIA"),
    ("NATO URGES SOUTH KOREA TO SEND WEAPONS", "NATO", "NATO", "KOR", "SOUTH KOREA"),
    ("MACRON CONDEMNS IRANIAN ATTACK ON PERU", "FRA", "MACRON", "PER", "PERU"),
  ])
  func capitalsAreQuoted(title: String, source: String, from: String, target: String, to: String) throws {
    let found = try triples(title)
    let triple = try #require(
      try found.first {
        try party($0, "source")["code"] as? String == source || party($0, "source")["principal"] as? String == source
      }, "\(found)")
    #expect(try party(triple, "source")["principal"] as? String == source)
    #expect(try party(triple, "source")["mention"] as? String == from)
    if title.contains("IRANIAN") { return }
    #expect(try party(triple, "target")["principal"] as? String == target)
    #expect(try party(triple, "target")["mention"] as? String == to)
    #expect(triple["text"] as? String == title)
  }

  /// Spans count scalars of the title as it stands.
  @Test func spansFitTheTitle() throws {
    let title = "ÖSTERREICH? NO: PAKISTAN ACCUSES INDIA OF SHELLING"
    let scalars = Array(title.unicodeScalars)
    let found = try triples(title)
    #expect(!found.isEmpty)
    for triple in found {
      let spans = try #require(triple["spans"] as? [String: [Int]])
      for side in ["source", "target"] {
        let span = try #require(spans[side])
        try #require(span.count == 2 && span[0] >= 0 && span[0] < span[1] && span[1] <= scalars.count)
        let text = String(String.UnicodeScalarView(scalars[span[0]..<span[1]]))
        #expect(try party(triple, side)["mention"] as? String == text)
      }
    }
  }

  /// Capitals and small letters give the same relations.
  @Test(arguments: [
    ("RUSSIA ATTACKS UKRAINE WITH ROCKETS", "Russia attacks Ukraine with rockets"),
    ("CANADA CONDEMNS BELARUS OVER ARRESTS", "Canada condemns Belarus over arrests"),
  ])
  func readAsASentence(capitals: String, sentence: String) throws {
    func gist(_ title: String) throws -> [String] {
      try triples(title).map {
        "\(try party($0, "source")["code"] ?? "") \($0["type"] ?? "") \(try party($0, "target")["code"] ?? "")"
      }
    }
    let found = try gist(capitals)
    #expect(!found.isEmpty)
    #expect(try gist(sentence) == found)
  }
}
