import Testing

/// Persons act for whom the article or the table of offices says.
struct PersonTests {
  @Test(arguments: [
    ("NATO Secretary General Jens Stoltenberg spoke.", "Jens Stoltenberg = Jens Stoltenberg / NATO"),
    ("South Korean President Yoon Suk-yeol spoke.", "Yoon Suk-yeol = Yoon Suk-yeol / KOR"),
    ("The Kenyan foreign minister, Jane Example, spoke.", "Jane Example = Jane Example / KEN"),
    ("Macron met nobody.", "Macron = Emmanuel Macron / FRA"),
    ("John Nobody of Fiji spoke.", "John Nobody = John Nobody / FJI"),
  ])
  func principals(text: String, expected: String) throws {
    let found = try Resolution.mentions(text)
    #expect(found.contains(expected), "\(text) gave \(found)")
  }

  @Test func theArticleRemembers() throws {
    let found = try Resolution.mentions(
      "Stoltenberg urges action", "NATO Secretary General Jens Stoltenberg spoke in Rome.",
      "Mr. Stoltenberg left. He was tired.")
    #expect(found.filter { $0.hasSuffix("= Jens Stoltenberg / NATO") }.count >= 4, "\(found)")
  }

  @Test func anUnknownSurnameMakesNoStateAct() throws {
    let found = try Resolution.mentions("Mr. Qwertz spoke in Ghana.")
    #expect(found.contains("Qwertz = Qwertz / nobody"), "\(found)")
  }
}
