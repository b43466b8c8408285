import Foundation
import Glibc

/// One line on stderr that is written over and over while work goes on; nothing where stderr is no terminal.
struct ProgressLine {
  private static let barWidth = 20

  /// Whether anything is shown.
  var isShown: Bool { isOn }

  private let isOn: Bool
  private let start = Date()
  private var last = Date.distantPast
  private var width = 0

  init(enabled: Bool) { isOn = enabled && isatty(STDERR_FILENO) == 1 }

  /// Shows a count and its rate, at most ten times a second; with a bar and the time that is left where it is known
  /// how much of the work is done, 0 to 1.
  mutating func show(_ count: Int, _ what: String, detail: String = "", share: Double? = nil) {
    guard isOn, Date().timeIntervalSince(last) > 0.1 else { return }
    last = Date()
    let seconds = max(0.001, last.timeIntervalSince(start))
    var text = "\(count) \(what), \(Int(Double(count) / seconds))/s\(detail.isEmpty ? "" : ", " + detail)"
    if let share { text = Self.bar(share) + text + Self.rest(share, after: seconds) }
    // A line longer than the terminal would leave its beginning behind.
    text = String(text.prefix(max(20, Self.columns - 1)))
    write("\r" + text + String(repeating: " ", count: max(0, width - text.count)))
    width = text.count
  }

  /// Wipes the line, before something else is written.
  mutating func clear() {
    guard isOn, width > 0 else { return }
    write("\r" + String(repeating: " ", count: width) + "\r")
    width = 0
  }

  private static func bar(_ share: Double) -> String {
    let full = Int((min(max(share, 0), 1) * Double(barWidth)).rounded(.down))
    let bar = String(repeating: "#", count: full) + String(repeating: "-", count: barWidth - full)
    return "[\(bar)] \(Int(min(max(share, 0), 1) * 100)) %, "
  }

  /// The time that is left, once it can be told from more than the first moments.
  private static func rest(_ share: Double, after seconds: Double) -> String {
    guard seconds > 2, share > 0.01, share < 1 else { return "" }
    let left = Int((seconds / share * (1 - share)).rounded(.up))
    return switch left {
    case ..<100: ", \(left) s left"
    case ..<6000: ", \((left + 30) / 60) min left"
    default: ", \((left + 1800) / 3600) h left"
    }
  }

  private static var columns: Int {
    var size = winsize()
    return ioctl(STDERR_FILENO, UInt(TIOCGWINSZ), &size) == 0 && size.ws_col > 20 ? Int(size.ws_col) : 100
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
