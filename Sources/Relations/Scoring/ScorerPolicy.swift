import Foundation
import Vocabulary

/// From which probability on a relation is believed, and how sure it then is, of data/relations/scorer.tsv.
struct ScorerPolicy: Sendable {
  /// What a rule proposes is refused below this.
  let veto: Double
  /// What no rule proposes is taken from this on.
  let threshold: Double
  private let rule: (slope: Double, shift: Double)
  private let scorer: (slope: Double, shift: Double)

  init(_ data: DataFolder) throws(DataError) {
    var values: [String: Double] = [:]
    let table = try data.table("relations/scorer.tsv", columns: ["name", "value"])
    for row in table.rows {
      guard let value = Double(row["value"]), value.isFinite else { throw row.error("'\(row["value"])' is no number") }
      values[row["name"]] = value
    }
    func value(_ name: String) throws(DataError) -> Double {
      guard let value = values[name] else {
        throw DataError(file: table.file, line: 0, message: "the value of '\(name)' is missing")
      }
      return value
    }
    veto = try value("veto")
    threshold = try value("threshold")
    rule = (try value("rule-slope"), try value("rule-shift"))
    scorer = (try value("scorer-slope"), try value("scorer-shift"))
  }

  /// How often a relation of this probability is right where a rule proposes it too.
  func confidence(ofRule probability: Double) -> Double { Self.calibrated(probability, rule) }

  /// How often it is right where none does.
  func confidence(ofScorer probability: Double) -> Double { Self.calibrated(probability, scorer) }

  /// Platt's scaling ("Probabilistic Outputs for Support Vector Machines", 1999) of the logit.
  private static func calibrated(_ probability: Double, _ line: (slope: Double, shift: Double)) -> Double {
    let bounded = min(max(probability, 0.001), 0.999)
    let logit = log(bounded / (1 - bounded))
    return 1 / (1 + exp(-(line.slope * logit + line.shift)))
  }
}
