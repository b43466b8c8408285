import ArgumentParser
import Entente

/// The filters that events and articles share: when, and with which words.
struct TextTimeOptions: ParsableArguments {
  @Option(help: "Not before this day, month or year: 2023-01-30, 2023-01 or 2023.")
  var since: String?

  @Option(help: "Not after this day, month or year.")
  var until: String?

  @Option(help: "Words that a sentence contains; titles are sentences too.")
  var text: String?

  mutating func validate() throws {
    if let text, !text.contains(where: { $0.isLetter || $0.isNumber }) {
      throw ValidationError("--text needs a word to look for")
    }
    _ = try first()
    _ = try last()
  }

  /// What --since says.
  func first() throws -> CalendarDate? { try Self.date(since, "--since") }

  /// What --until says.
  func last() throws -> CalendarDate? { try Self.date(until, "--until") }

  /// The filters in words.
  var summary: [String] {
    var parts: [String] = []
    if let since { parts.append("since \(since)") }
    if let until { parts.append("until \(until)") }
    if let text { parts.append("“\(text)”") }
    return parts
  }

  /// Reads a date of the command line; `option` is named where it is none.
  static func date(_ text: String?, _ option: String) throws -> CalendarDate? {
    guard let text else { return nil }
    guard let date = CalendarDate(text) else {
      throw ValidationError("\(option): '\(text)' is no date; write 2023-01-30, 2023-01 or 2023")
    }
    return date
  }
}
