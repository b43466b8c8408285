import Testing

/// Whether what a sentence reports happened.
struct FactualityTests {
  @Test(arguments: [
    ("Italy sent tanks to Ukraine.", "ITA AID UKR actual"),
    ("Italy will send tanks to Ukraine.", "ITA AID UKR planned"),
    ("Italy agreed to send tanks to Ukraine.", "ITA AID UKR planned"),
    ("Italy may send tanks to Ukraine.", "ITA AID UKR possible"),
    ("Italy did not send tanks to Ukraine.", "ITA AID UKR negated"),
    ("Italy refused to send tanks to Ukraine.", "ITA AID UKR negated"),
    ("Spain urged Italy to send tanks to Ukraine.", "ITA AID UKR requested"),
    ("China threatened to attack Taiwan.", "CHN ASSAULT TWN possible"),
    ("China wants to attack Taiwan.", "CHN ASSAULT TWN planned"),
    ("Spain wants Italy to send tanks to Ukraine.", "ITA AID UKR requested"),
  ])
  func realis(text: String, expected: String) throws {
    let found = try Extraction.relations(text)
    #expect(found.contains(expected), "\(text) gave \(found)")
    let pair = expected.split(separator: " ").dropLast().joined(separator: " ")
    #expect(found.filter { $0.hasPrefix(pair) }.count == 1, "\(text) gave \(found)")
  }

  @Test func claimsNameTheirSpeaker() throws {
    let found = try Extraction.relations("Kyiv said Russia shelled Kharkiv on Friday, and Moscow invaded Ukraine.")
    #expect(found.contains { $0.hasPrefix("RUS ASSAULT UKR actual") }, "\(found)")
    let quoted = try Extraction.relations("According to Reuters, Egypt attacked Libya.")
    #expect(quoted == ["EGY ASSAULT LBY actual by Reuters"], "\(quoted)")
  }
}
