import Testing

/// On which deed of a sentence a time hangs. The article is of 2023-05-10, a Wednesday.
struct DateFinderTests {
  @Test(arguments: [
    // on the verb, before and behind it
    ("Canada condemned Belarus on Monday.", ["CAN ACCUSE BLR 2023-05-08 day"]),
    ("On Monday, Canada condemned Belarus.", ["CAN ACCUSE BLR 2023-05-08 day"]),
    ("Canada on Monday condemned Belarus.", ["CAN ACCUSE BLR 2023-05-08 day"]),
    ("Canada condemned Belarus last week.", ["CAN ACCUSE BLR 2023-05-01 week"]),
    ("Iraq invaded Kuwait in 1990.", ["IRQ ASSAULT KWT 1990 year"]),
    ("Two days ago Chad thanked France.", ["TCD SUPPORT FRA 2023-05-08 day"]),
    ("Belarus was condemned by Canada yesterday.", ["CAN ACCUSE BLR 2023-05-09 day"]),
    // nothing said: the article's
    ("Canada condemned Belarus.", ["CAN ACCUSE BLR - article"]),
    // to come
    ("The Italian president will visit Japan on Monday.", ["ITA CONSULT JPN 2023-05-15 day"]),
    ("Italy will send tanks to Ukraine next week.", ["ITA AID UKR 2023-05-15 week"]),
    ("Italy plans to send tanks to Ukraine in June.", ["ITA AID UKR 2023-06 month"]),
    ("Italy will send tanks to Ukraine by Friday.", ["ITA AID UKR 2023-05-12 day"]),
    // each verb its own
    (
      "Spain urged Italy on Monday to send tanks to Ukraine next month.",
      ["ESP REQUEST ITA 2023-05-08 day", "ITA AID UKR 2023-06 month"]
    ),
    (
      "Canada, which attacked Belarus in 2014, thanked France on Tuesday.",
      ["CAN ASSAULT BLR 2014 year", "CAN SUPPORT FRA 2023-05-09 day"]
    ),
    // on a noun
    ("Russia's 2022 invasion of Ukraine angered many.", ["RUS ASSAULT UKR 2022 year"]),
    (
      "Canada condemned Russia's 2014 invasion of Ukraine.",
      ["CAN ACCUSE RUS - article", "RUS ASSAULT UKR 2014 year"]
    ),
    ("Peru held talks with Chile on Monday.", ["PER CONSULT CHL 2023-05-08 day"]),
    ("Talks between Peru and Chile began last week.", ["PER CONSULT CHL 2023-05-01 week"]),
    // shared by verbs
    (
      "On Monday Norway thanked Finland and criticised Russia.",
      ["NOR SUPPORT FIN 2023-05-08 day", "NOR ACCUSE RUS 2023-05-08 day"]
    ),
    (
      "Peru severed ties with Chile on Monday, accusing Bolivia of hostile acts.",
      ["PER SANCTION CHL 2023-05-08 day", "PER ACCUSE BOL 2023-05-08 day"]
    ),
    // since when
    ("Since February Kigali has backed Uganda.", ["RWA SUPPORT UGA 2023-02 month"]),
    ("Canada has backed Ukraine since 2014.", ["CAN SUPPORT UKR 2014 year"]),
    ("Canada has backed Ukraine since the war broke out in 2022.", ["CAN SUPPORT UKR 2022 year"]),
  ])
  func attaches(text: String, expected: [String]) throws {
    let found = try Extraction.dated(text)
    for triple in expected { #expect(found.contains(triple), "\(text) gave \(found)") }
  }

  @Test(arguments: [
    // of another clause
    ("Belarus, which held elections in 2020, was condemned by Canada.", "CAN ACCUSE BLR - article"),
    ("Canada said on Monday that Russia attacked Ukraine.", "RUS ASSAULT UKR - article"),
    ("Canada condemned Belarus before Peru voted on Tuesday.", "CAN ACCUSE BLR - article"),
    // the first since then is not of then
    ("Canada attacked Belarus for the first time since 2014.", "CAN ASSAULT BLR - article"),
    // the end tells no beginning
    ("Canada backed Belarus until 2014.", "CAN SUPPORT BLR - article"),
    // a stretch
    ("Canada will send tanks to Ukraine within 180 days.", "CAN AID UKR - article"),
    ("Canada bombed Belarus for two weeks.", "CAN ASSAULT BLR - article"),
  ])
  func keepsTheArticlesDate(text: String, expected: String) throws {
    let found = try Extraction.dated(text)
    #expect(found.contains(expected), "\(text) gave \(found)")
  }

  @Test func withoutAnArticlesDateOnlyWhatTheTextNames() throws {
    #expect(try Extraction.dated("Iraq invaded Kuwait in 1990.", date: "") == ["IRQ ASSAULT KWT 1990 year"])
    #expect(try Extraction.dated("Iraq invaded Kuwait on Monday.", date: "") == ["IRQ ASSAULT KWT - article"])
  }
}
