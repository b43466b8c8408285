import Foundation

/// How figures from 0 to 1 are written: rounded to four decimals, and tables show three of these.
enum Figure {
  /// The figure to four decimals.
  static func rounded(_ value: Double) -> Double { Double(exact(value)) ?? value }

  /// The figure with four decimals.
  static func exact(_ value: Double) -> String { String(format: "%.4f", value) }

  /// The figure with three decimals, as tables show it.
  static func short(_ value: Double) -> String { String(format: "%.3f", rounded(value)) }
}
