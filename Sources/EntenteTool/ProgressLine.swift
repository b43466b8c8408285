import Foundation
import Glibc

/// One line on stderr that is written over and over while work goes on; nothing where stderr is no terminal.
struct ProgressLine {
  private let isOn: Bool
  private let start = Date()
  private var last = Date.distantPast
  private var width = 0

  init(enabled: Bool) { isOn = enabled && isatty(STDERR_FILENO) == 1 }

  /// Shows a count and its rate, at most ten times a second.
  mutating func show(_ count: Int, _ what: String, detail: String = "") {
    guard isOn, Date().timeIntervalSince(last) > 0.1 else { return }
    last = Date()
    let seconds = max(0.001, last.timeIntervalSince(start))
    let text = "\(count) \(what), \(Int(Double(count) / seconds))/s\(detail.isEmpty ? "" : ", " + detail)"
    write("\r" + text + String(repeating: " ", count: max(0, width - text.count)))
    width = text.count
  }

  /// Wipes the line, before something else is written.
  mutating func clear() {
    guard isOn, width > 0 else { return }
    write("\r" + String(repeating: " ", count: width) + "\r")
    width = 0
  }

  private func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }
}
