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

  /// Without a date a bare surname behind a title is the last leader of that name, if only one country had such.
  @Test(arguments: [
    ("President Bush has threatened Russia.", "Bush = George W. Bush / USA"),
    ("Morocco spoke with President Obama.", "Obama = Barack Obama / USA"),
    ("Obama is a town in Japan.", "Japan = Japan / JPN"),
  ])
  func withoutADate(text: String, expected: String) throws {
    let found = try Resolution.mentions(text, date: "")
    #expect(found.contains(expected), "\(text) gave \(found)")
    #expect(text.contains("President") || !found.contains { $0.hasSuffix("/ USA") })
  }

  @Test func anUnknownSurnameMakesNoStateAct() throws {
    let found = try Resolution.mentions("Mr. Qwertz spoke in Ghana.")
    #expect(found.contains("Qwertz = Qwertz / nobody"), "\(found)")
  }
}
