import Testing

/// Descriptions and pronouns take up who was named before.
struct ReferenceTests {
  @Test(arguments: [
    ("NATO met on Monday. The alliance thanked Japan.", "alliance = NATO / NATO"),
    ("Norway thanked Seoul but called on the country to do more.", "country = South Korea / KOR"),
    ("Brazil spoke. It thanked Peru.", "It = Brazil / BRA"),
    ("Peru and Chile met. The two countries agreed.", "countries = Peru / PER"),
    ("Peru and Chile met. The two countries agreed.", "countries = Chile / CHL"),
    ("Kuwait's ambassador, whose government met, spoke.", "whose government = Kuwait / KWT"),
    ("Chad met the Security Council. The council agreed.", "council = United Nations / UN"),
    ("In Ankara the government agreed.", "government = Turkey / TUR"),
  ])
  func references(text: String, expected: String) throws {
    let found = try Resolution.mentions(text)
    #expect(found.contains(expected), "\(text) gave \(found)")
  }

  @Test func emptyItMeansNobody() throws {
    let found = try Resolution.mentions("Brazil spoke. It is difficult to help.")
    #expect(found == ["Brazil = Brazil / BRA"], "\(found)")
  }
}
