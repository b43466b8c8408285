/// Numbers of texts from 1, in the order in which they came first.
struct TextNumbers: Sendable {
  private var numbers: [ExactText: Int32] = [:]
  private(set) var texts: [String] = []

  /// The number of a text, which gets one where it has none.
  mutating func number(of text: String) -> Int32 {
    let key = ExactText(text)
    if let known = numbers[key] { return known }
    texts.append(text)
    let number = Int32(truncatingIfNeeded: texts.count)
    numbers[key] = number
    return number
  }

  /// The text of a number that `number(of:)` gave.
  subscript(number: Int32) -> String {
    texts.indices.contains(Int(number) - 1) ? texts[Int(number) - 1] : ""
  }
}
