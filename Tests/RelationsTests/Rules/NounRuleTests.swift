import Testing

/// Nouns that name a deed with its parties.
struct NounRuleTests {
  @Test(arguments: [
    ("Russia's invasion of Ukraine shook markets.", "RUS ASSAULT UKR actual"),
    ("The Russian invasion of Ukraine shook markets.", "RUS ASSAULT UKR actual"),
    ("The talks between Egypt and Ethiopia ended late.", "EGY CONSULT ETH actual"),
    ("Iran's support for Syria is costly.", "IRN SUPPORT SYR actual"),
  ])
  func parties(text: String, expected: String) throws {
    let found = try Extraction.relations(text)
    #expect(found.contains(expected), "\(text) gave \(found)")
  }
}
