import Actors
import Testing
import Vocabulary

/// A name of several meanings means what the words of the article say, in all paragraphs.
struct AmbiguityTests {
  @Test(arguments: [
    ("RSF said its fighters had left Khartoum. Sudan's army denied it.", "RSF = Rapid Support Forces"),
    ("The RSF shelled El Fasher, in Darfur.", "RSF = Rapid Support Forces"),
    ("Georgia asked Armenia for help. Crowds gathered in Tbilisi.", "Georgia = Georgia / GEO"),
    ("Georgia asked Chile for help.", "Georgia = Georgia / GEO"),
  ])
  func cuesDecide(text: String, expected: String) throws {
    let found = try Resolution.mentions(text)
    #expect(found.contains { $0.hasPrefix(expected) }, "\(found)")
  }

  @Test(arguments: ["2010-05-10", "2023-05-10"])
  func theWatchdogIsNoMilitia(date: String) throws {
    let found = try Resolution.mentions(
      "RSF, the press freedom watchdog, urged Peru to free the journalist.", date: date)
    #expect(found.first == "RSF = Reporters Without Borders / Reporters Without Borders", "\(found)")
  }

  @Test(arguments: [
    "Georgia certified the vote on Friday. Officials in Atlanta and Fulton County counted twice, said Brian Kemp.",
    "Voters in Georgia, Michigan, Arizona and Wisconsin decide, as each swing state does.",
  ])
  func theAmericanStateIsNoState(text: String) throws {
    let found = try Resolution.mentions(text)
    #expect(!found.contains { $0.contains("/ GEO") }, "\(found)")
  }

  @Test func anotherParagraphDecidesToo() throws {
    let found = try Resolution.mentions("Georgia holds a vote", "Queues were short in Atlanta and Savannah.")
    #expect(!found.contains { $0.contains("/ GEO") }, "\(found)")
  }

  @Test func namesHaveTheirMeaningsInOrder() throws {
    let book = try AmbiguityBook(Resolution.data)
    #expect(book.meanings(of: "Georgia")?.map(\.code) == ["GEO", nil])
    #expect(book.meanings(of: "RSF")?.first?.code == "Rapid Support Forces")
    #expect(book.meanings(of: "georgia") == nil && book.meanings(of: "Peru") == nil && book.meanings(of: "") == nil)
  }

  @Test(arguments: [
    ("\tGEO\tTbilisi", "name or code is empty"), ("Georgia\t\tTbilisi", "name or code is empty"),
    ("Georgia\tGEO\tTbilisi\nGeorgia\tGEO\t", "'Georgia' as 'GEO' stands here a second time"),
    ("Georgia\t-\tAtlanta\nGeorgia\t-\t", "'Georgia' as '-' stands here a second time"),
    ("Georgia\tGEO", "2 cells, but the header has 3; check the tabs"),
  ])
  func mistakesAreTold(rows: String, message: String) throws {
    try withScratch { folder in
      let data = try Tables.write(["ambiguities.tsv": "name\tcode\tcues\n\(rows)\n"], folder)
      let error = #expect(throws: DataError.self) { try AmbiguityBook(data) }
      let line = rows.split(separator: "\n").count + 1
      #expect(error?.description == "data/actors/ambiguities.tsv:\(line): \(message)")
    }
  }
}
