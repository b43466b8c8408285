import Testing

/// Phrases in which a state's name stands make nobody act; beside them the state still does.
struct ShadowTests {
  @Test(arguments: [
    ("Turkish delight won the prize.", "TUR"), ("A storm crossed the Gulf of Mexico.", "MEX"),
    ("Ships left the Gulf of Mexico for Chile.", "MEX"), ("They drank Irish coffee.", "IRL"),
    ("Turkish delight angered Greece.", "TUR"),
  ])
  func phrasesNameNobody(text: String, code: String) throws {
    let found = try Resolution.mentions(text)
    #expect(!found.contains { $0.hasSuffix("/ " + code) }, "\(found)")
  }

  @Test(arguments: [
    ("Mexico sent ships into the Gulf of Mexico.", ["Mexico = Mexico / MEX"]),
    ("Turkish troops ate Turkish delight.", ["Turkish = Turkey / TUR", "Turkish troops = Turkey / TUR"]),
    ("Turkey banned Turkish delight.", ["Turkey = Turkey / TUR"]),
  ])
  func theStateItselfActs(text: String, expected: [String]) throws {
    let found = try Resolution.mentions(text)
    #expect(found == expected)
  }
}
