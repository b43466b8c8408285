import Foundation
import Vocabulary

/// What must agree for a triple to be right, and which triples are asked for.
public enum TripleMeasure: String, Sendable, CaseIterable {
  /// Principals and type, of what is reported as having happened.
  case typedActual = "typed-actual"
  /// Principals alone, of what is reported as having happened.
  case dyadActual = "dyad-actual"
  /// Principals and quad class, of what is reported as having happened.
  case quadActual = "quad-actual"
  /// Principals and type, of every realis.
  case typedAll = "typed-all"

  /// Whether only what is reported as having happened is asked for.
  var isActual: Bool { self != .typedAll }

  /// Whether two triples with the same principals can be one, by their types.
  func allows(sameType: Bool, sameQuad: Bool) -> Bool {
    switch self {
    case .typedActual, .typedAll: sameType
    case .quadActual: sameQuad
    case .dyadActual: true
    }
  }
}

/// How many triples were right, wrong and missed.
public struct TripleFigures: Sendable, Hashable {
  /// Annotated triples that were found.
  public var right = 0
  /// Triples that no annotation has.
  public var wrong = 0
  /// Annotated triples that were not found.
  public var missed = 0

  /// Begins with nothing.
  public init() {}

  /// The share of what was found that is right; 0 where nothing was found.
  public var precision: Double { Self.share(right, right + wrong) }
  /// The share of what was to be found that was; 0 where nothing was to be found.
  public var recall: Double { Self.share(right, right + missed) }
  /// The harmonic mean of both; 0 where nothing is right.
  public var f1: Double {
    let (precision, recall) = (precision, recall)
    return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall)
  }

  /// A part of a whole, 0 to 1; 0 where there is no whole.
  static func share(_ part: Int, _ whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }

  static func + (one: TripleFigures, other: TripleFigures) -> TripleFigures {
    var sum = one
    sum.right += other.right
    sum.wrong += other.wrong
    sum.missed += other.missed
    return sum
  }
}
