import Testing

/// Adjectives that are said of an actor.
struct AdjectiveRuleTests {
  @Test(arguments: [
    ("Turkey is critical of Israel.", "TUR ACCUSE ISR actual"),
    ("Jordan was grateful to Germany.", "JOR SUPPORT DEU actual"),
  ])
  func predicates(text: String, expected: String) throws {
    let found = try Extraction.relations(text)
    #expect(found.contains(expected), "\(text) gave \(found)")
  }
}
