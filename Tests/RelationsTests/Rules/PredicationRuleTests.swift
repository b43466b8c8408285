import Testing

/// "called X a Y": blame or praise by the word that is said of X.
struct PredicationRuleTests {
  @Test(arguments: [
    ("North Korea called the United States a threat.", "PRK ACCUSE USA actual"),
    ("Poland described Ukraine as a brave ally.", "POL SUPPORT UKR actual"),
  ])
  func judgements(text: String, expected: String) throws {
    let found = try Extraction.relations(text)
    #expect(found.contains(expected), "\(text) gave \(found)")
  }

  @Test func aWordThatNeitherPraisesNorBlamesSaysNothing() throws {
    let found = try Extraction.relations("France called Spain a country.")
    #expect(found.isEmpty, "\(found)")
  }
}
