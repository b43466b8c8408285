import Foundation

/// The figures of mention recall as a table of text.
public enum MentionReport {
  /// A line an article, the total, and with `misses` what was not found.
  public static func text(_ recall: MentionRecall, misses: Bool) -> String {
    let width = max(8, recall.counts.map(\.article.count).max() ?? 0)
    var text = line("article", "found", "total", "recall", width)
    for count in recall.counts where count.total > 0 {
      text += line(count.article, "\(count.found)", "\(count.total)", share(count.found, count.total), width)
    }
    text += line("all", "\(recall.found)", "\(recall.total)", share(recall.found, recall.total), width)
    if recall.foundUnshifted != recall.found {
      let shifted = recall.counts.filter { $0.shift != 0 }.map(\.article).joined(separator: ", ")
      text +=
        "sentence numbers as they stand: \(recall.foundUnshifted) found, "
        + "\(share(recall.foundUnshifted, recall.total)); shifted by one in \(shifted)\n"
    }
    guard misses else { return text }
    for miss in recall.misses {
      text += "\nnot found: \(miss.article), sentence \(miss.sentence): \(miss.actor) (\(miss.principal))\n"
      text += "  \(miss.text)\n"
    }
    return text
  }

  private static func share(_ found: Int, _ total: Int) -> String {
    total == 0 ? "-" : String(format: "%.3f", Double(found) / Double(total))
  }

  private static func line(_ name: String, _ found: String, _ total: String, _ share: String, _ width: Int) -> String {
    func right(_ text: String) -> String { String(repeating: " ", count: max(0, 7 - text.count)) + text }
    return name + String(repeating: " ", count: max(0, width - name.count)) + right(found) + right(total)
      + right(share) + "\n"
  }
}
