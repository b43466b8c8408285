/// Numbers as a line of small bars: `▁▃▇`.
public enum Sparkline {
  private static let bars: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// The line.
  ///
  /// - Parameters:
  ///   - values: the numbers; zero and less is a space, the greatest a full bar.
  ///   - width: how many bars at most; neighbours share a bar, which shows their sum, where there are more values.
  ///   - most: the sum that a full bar stands for; the greatest of this line where it is not given.
  public static func text(_ values: [Int], width: Int, most: Int? = nil) -> String {
    let sums = sums(values, width: width)
    let most = max(1, most ?? sums.max() ?? 1)
    return String(
      sums.map { value -> Character in
        if value <= 0 { return " " }
        return bars[min(bars.count - 1, (min(value, most) * bars.count - 1) / most)]
      })
  }

  /// The sums that the bars of a line stand for.
  static func sums(_ values: [Int], width: Int) -> [Int] {
    let share = max(1, (values.count + max(1, width) - 1) / max(1, width))
    return stride(from: 0, to: values.count, by: share).map { start in
      values[start..<min(values.count, start + share)].reduce(0, +)
    }
  }
}
