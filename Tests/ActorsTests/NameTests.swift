import Testing

/// Names of the registry: official, short and older ones, adjectives, capitals, metonyms, organs.
struct NameTests {
  @Test(arguments: [
    ("The DRC accused Rwanda.", "DRC = Democratic Republic of Congo / COD"),
    ("Downing Street thanked Peru.", "Downing Street = United Kingdom / GBR"),
    ("Pyongyang warned Tokyo.", "Pyongyang = North Korea / PRK"),
    ("The Kremlin warned Finland.", "Kremlin = Russia / RUS"),
    ("The UN Security Council met.", "UN Security Council = United Nations / UN"),
    ("U.S. officials met the envoy.", "U.S. = United States / USA"),
    ("Turkish warplanes struck a convoy.", "Turkish warplanes = Turkey / TUR"),
    ("The presidents of Peru and Chile met.", "presidents = Peru / PER"),
    ("The presidents of Peru and Chile met.", "presidents = Chile / CHL"),
  ])
  func names(text: String, expected: String) throws {
    let found = try Resolution.mentions(text)
    #expect(found.contains(expected), "\(text) gave \(found)")
  }

  @Test func aNameMeansWhatItMeantAtThatDate() throws {
    #expect(try Resolution.mentions("Moscow agreed.", date: "1985-03-01") == ["Moscow = Soviet Union / SUN"])
    #expect(try Resolution.mentions("Moscow agreed.", date: "2015-03-01") == ["Moscow = Russia / RUS"])
  }

  @Test(arguments: ["Michael Jordan scored again.", "Reuters reported the story."])
  func whatIsNoActor(text: String) throws {
    let found = try Resolution.mentions(text)
    #expect(!found.contains { $0.hasSuffix("/ JOR") || $0.contains("Reuters") }, "\(found)")
  }
}
