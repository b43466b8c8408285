import Actors
import Foundation
import Testing
import Vocabulary

@testable import Relations

/// When the scorer is believed is a table; the user's own frames are beyond its doubt.
struct ScorerPolicyTests {
  private static let slopes = "rule-slope;1\nrule-shift;0\nscorer-slope;1\nscorer-shift;0\n"

  private func message(_ rows: String) throws -> String? {
    try ScorerFolder.with(["scorer.tsv": ScorerFolder.policy(rows)]) { folder in
      let error = #expect(throws: DataError.self) { try ScorerPolicy(folder) }
      return error?.description
    }
  }

  @Test func mistakesAreToldWithTheirPlace() throws {
    let file = "data/relations/scorer.tsv"
    #expect(try message("veto;0.1\nthreshold;many\n") == "\(file):4: 'many' is no number")
    #expect(try message("veto;nan\n") == "\(file):3: 'nan' is no number")
    #expect(try message("veto;0.1;2\n") == "\(file):3: 3 cells, but the header has 2; check the tabs")
    #expect(try message("veto;0.1\n" + Self.slopes) == "\(file): the value of 'threshold' is missing")
    #expect(try message("veto;0.1\nthreshold;0.5\nrule-slope;1\n") == "\(file): the value of 'rule-shift' is missing")
  }

  @Test func confidencesGrowWithProbabilities() throws {
    let policy = try ScorerPolicy(DataFolder(Extraction.data))
    let steps = (0...100).map { Double($0) / 100 }
    for confidences in [steps.map(policy.confidence(ofRule:)), steps.map(policy.confidence(ofScorer:))] {
      #expect(confidences == confidences.sorted() && confidences.allSatisfy { 0 < $0 && $0 < 1 })
    }
    // A straight line leaves a probability what it is.
    let plain = try ScorerFolder.with(["scorer.tsv": ScorerFolder.policy("veto;0\nthreshold;1\n" + Self.slopes)]) {
      try ScorerPolicy($0)
    }
    #expect(abs(plain.confidence(ofRule: 0.3) - 0.3) < 1e-9 && abs(plain.confidence(ofScorer: 0.8) - 0.8) < 1e-9)
  }

  /// With a veto that nothing escapes, what is left is the user's.
  @Test func theVetoSparesTheUsersOwnFrames() throws {
    let text = "Peru condemned Chile, and Norway thanked Sweden."
    let table = "verb\ttarget\ttype\ncondemn\tobj\tSUPPORT\n"
    let files = [
      "scorer.tsv": ScorerFolder.policy("veto;2\nthreshold;2\n" + Self.slopes), "own.tsv": Data(table.utf8),
    ]
    try ScorerFolder.with(files) { folder in
      let own = FrameDictionary(folder.url.appendingPathComponent("relations/own.tsv"))
      let without = try RelationExtractor(data: folder)
      let with = try RelationExtractor(data: folder, dictionaries: [own])
      #expect(try Extraction.relations(text, by: without).isEmpty)
      let found = try Extraction.relations(text, by: with)
      #expect(found.map { "\($0.source.principal?.code ?? "?") \($0.type.rawValue)" } == ["PER SUPPORT"])
    }
  }

  @Test func confidencesAreTheSameTwice() throws {
    let extractor = try RelationExtractor(data: DataFolder(Extraction.data))
    let text = "Canada condemned Belarus and sent Ukraine tanks, while Hungary and Serbia signed an accord in Vienna."
    func once() throws -> [String] {
      try Extraction.relations(text, by: extractor).map { "\($0.token) \($0.type) \($0.confidence) \($0.rule)" }
    }
    let first = try once()
    #expect(!first.isEmpty)
    #expect(try once() == first)
  }
}
