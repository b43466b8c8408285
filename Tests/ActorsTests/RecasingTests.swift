import Actors
import Testing
import Vocabulary

/// Headlines in capitals become sentences, and nothing else changes.
struct RecasingTests {
  private static let recasing = Result { Recasing(registry: try Resolution.resolver.get().registry) }

  private func recased(_ text: String, _ date: String = "2025-05-10") throws -> String {
    try Self.recasing.get().recased(text, date: CalendarDate(date))
  }

  @Test(arguments: [
    ("PAKISTAN SLAMS INDIA OVER RIVER TREATY", "Pakistan slams India over river treaty"),
    ("UN AND EU URGE RESTRAINT IN SUDAN", "UN and EU urge restraint in Sudan"),
    ("SOUTH KOREAN ARMY ACCUSES NORTH KOREA", "South Korean army accuses North Korea"),
    ("TALKS WITH THE EU FAIL, IRAN SAYS", "Talks with the EU fail, Iran says"),
    ("U.S. WARNS RUSSIAN ARMY", "U.S. warns Russian army"),
    ("TÜRKIYE REJECTS GREEK CLAIM", "Türkiye rejects Greek claim"),
    ("STATES THAT US SANCTIONS HIT MEET IN CARACAS", "States that US sanctions hit meet in Caracas"),
    ("SECURITY COUNCIL MEETS ON DRC", "Security Council meets on DRC"),
  ])
  func headlinesBecomeSentences(capitals: String, sentence: String) throws {
    let result = try recased(capitals)
    #expect(result == sentence)
  }

  @Test(arguments: [
    ("U.S. WARNS RUSSIA'S ARMY", "U.S. warns Russia's army"),
    ("U.S. WARNS RUSSIA\u{2019}S ARMY", "U.S. warns Russia\u{2019}s army"),
    ("ARMY FEARS U.S.'S NEW WEAPONS", "Army fears U.S.'s new weapons"),
    ("IRAN WON'T TALK, THEY'RE TOLD", "Iran won't talk, they're told"),
    ("CHAD TALKS END IN N'DJAMENA", "Chad talks end in N'Djamena"),
  ])
  func whatAnApostropheTiesIsSmall(capitals: String, sentence: String) throws {
    #expect(try recased(capitals) == sentence)
  }

  /// Of two spellings of one actor the usual name wins, else capitals; another actor's name is no reason for them.
  @Test(arguments: [
    ("NATO AND UN URGE RESTRAINT IN SUDAN", "NATO and UN urge restraint in Sudan"),
    ("INDIA AND NATO'S ALLIES LEAVE ASEAN TALKS", "India and NATO's allies leave ASEAN talks"),
    ("POLICE OF PERU ASK INTERPOL FOR HELP", "Police of Peru ask Interpol for help"),
    ("CHINA WARNS GUAM OVER MISSILES", "China warns Guam over missiles"),
  ])
  func acronymsKeepTheirCapitals(capitals: String, sentence: String) throws {
    #expect(try recased(capitals) == sentence)
  }

  @Test(arguments: [
    ("PRESIDENT MACRON THANKS INDIA", "2023-05-10", "President Macron thanks India"),
    ("PRESIDENT MACRON THANKS INDIA", "1995-05-10", "President macron thanks India"),
    ("CHIRAC THANKS INDIA FOR HELP", "1999-05-10", "Chirac thanks India for help"),
    ("FRANCE THANKS CHIRAC FOR HELP", "1999-05-10", "France thanks Chirac for help"),
    ("FRANCE THANKS CHIRAC FOR HELP", "2024-05-10", "France thanks chirac for help"),
  ])
  func thoseInOfficeHaveCapitals(capitals: String, date: String, sentence: String) throws {
    let result = try recased(capitals, date)
    #expect(result == sentence)
  }

  @Test(arguments: [
    "Pakistan slams India over river treaty", "Pakistan Slams India Over River Treaty", "NATO and the EU meet the UN",
    "NATO SUMMIT", "UN", "", "12 345 678", "pakistan slams india", "한국 미국 일본",
    "NATO: the alliance will hold its next summit in the Hague",
  ])
  func otherTextsStayAsTheyAre(text: String) throws {
    #expect(try recased(text) == text)
  }

  @Test func scalarsStayInTheirPlaces() throws {
    var dice = Dice(seed: 7)
    let pieces = [
      "PAKISTAN ", "UN ", "U.S. ", "İ", "ẞ", "ǅ", "Σ", "ﬁ", "SOUTH KOREA", "-", "'S ", "A", "É", "ŒUVRE ", "\n",
      "MACRON ",
    ]
    for round in 0..<400 {
      let text = dice.text(round % 40, pieces: pieces)
      let result = try recased(text, "2023")
      #expect(result.unicodeScalars.count == text.unicodeScalars.count, "\(text.debugDescription)")
      for (old, new) in zip(text.unicodeScalars, result.unicodeScalars) where old != new {
        #expect(old.properties.lowercaseMapping == String(new), "\(text.debugDescription)")
      }
    }
  }

  /// The resolver finds in capitals whom it finds in small letters.
  @Test(arguments: [
    ("PAKISTAN SLAMS INDIA OVER RIVER TREATY", ["Pakistan = Pakistan / PAK", "India = India / IND"]),
    ("EU THANKS SOUTH KOREA FOR WEAPONS", ["EU = European Union / EU", "South Korea = South Korea / KOR"]),
  ])
  func actorsAreFound(text: String, expected: [String]) throws {
    let found = try Resolution.mentions(text)
    #expect(expected.allSatisfy(found.contains), "\(found)")
  }
}
