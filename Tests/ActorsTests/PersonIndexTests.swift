import Testing

@testable import Actors

/// Office holders are found under every way in which newspapers write their names.
struct PersonIndexTests {
  @Test(arguments: [
    ("Shinzo Abe spoke.", "2015-05-10", "Shinzo Abe / JPN"), ("Abe Shinzo spoke.", "2015-05-10", "Shinzo Abe / JPN"),
    ("Yoon Suk Yeol spoke.", "2023-05-10", "Yoon Suk-yeol / KOR"),
    ("Yoon Suk-yeol spoke.", "2023-05-10", "Yoon Suk-yeol / KOR"),
    ("Suk-yeol Yoon spoke.", "2023-05-10", "Yoon Suk-yeol / KOR"),
    ("Kim Jong-un spoke.", "2023-05-10", "Kim Jong Un / PRK"),
    ("Kim Jong Un spoke.", "2023-05-10", "Kim Jong Un / PRK"),
    ("Volodymyr Zelenskiy spoke.", "2023-05-10", "Volodymyr Zelenskyy / UKR"),
    ("Zelensky spoke.", "2023-05-10", "Volodymyr Zelenskyy / UKR"),
    ("Mohamed bin Salman spoke.", "2023-05-10", "Mohammed bin Salman / SAU"),
    ("Muhammad bin Salman spoke.", "2023-05-10", "Mohammed bin Salman / SAU"),
    ("Muammar Gadhafi spoke.", "2008-05-10", "Muammar Gaddafi / LBY"),
    ("Muammar Qadhafi spoke.", "2008-05-10", "Muammar Gaddafi / LBY"),
    ("Recep Tayyip Erdoğan spoke.", "2023-05-10", "Recep Tayyip Erdogan / TUR"),
    ("Recep Tayyip Erdogan spoke.", "2023-05-10", "Recep Tayyip Erdogan / TUR"),
    ("Gerhard Schroeder spoke.", "2003-05-10", "Gerhard Schröder / DEU"),
    ("Gerhard Schroder spoke.", "2003-05-10", "Gerhard Schröder / DEU"),
    ("Luiz Inacio Lula da Silva spoke.", "2023-05-10", "Luiz Inácio Lula da Silva / BRA"),
    ("Lula spoke.", "2023-05-10", "Luiz Inácio Lula da Silva / BRA"),
    ("Ban Ki Moon spoke.", "2010-05-10", "Ban Ki-moon / UN"),
    ("EMMANUEL MACRON spoke to Chile.", "2023-05-10", "Emmanuel Macron / FRA"),
  ])
  func namesInAllForms(text: String, date: String, expected: String) throws {
    let found = try Resolution.mentions(text, date: date)
    #expect(found.contains { $0.hasSuffix("= " + expected) }, "\(found)")
  }

  @Test(arguments: ["Emmanuel Carrère spoke.", "Boris Vian spoke.", "Mr. Abeshinzo spoke in Lima."])
  func anotherPersonIsNobodyInOffice(text: String) throws {
    let found = try Resolution.mentions(text, date: "2015-05-10")
    #expect(!found.contains { $0.hasSuffix("/ FRA") || $0.hasSuffix("/ GBR") || $0.hasSuffix("/ JPN") }, "\(found)")
  }

  private func index(_ names: (String, Int)...) -> PersonIndex {
    var index = PersonIndex()
    for (name, holder) in names {
      let keys = WordKey.keys(Array(name.utf8)[...])
      if let word = keys.first, keys.count == 1 { index.insert(short: word, holder: holder) }
      index.insert(keys, holder: holder)
    }
    index.seal()
    return index
  }

  /// The words and holders of the longest name at the beginning of a text.
  private func longest(_ text: String, _ index: PersonIndex) -> String? {
    let keys = WordKey.keys(Array(text.utf8)[...])
    return index.longest { $0 < keys.count ? keys[$0] : nil }.map { "\($0.count) \($0.holders)" }
  }

  @Test func theLongestNameIsFound() {
    let index = index(("Kofi Annan", 1), ("Kofi Annan Mensah", 2), ("Annan Mensah", 3), ("Lula", 4), ("Ali Ali", 5))
    #expect(longest("Kofi Annan left", index) == "2 [1]")
    #expect(longest("KOFI ANNAN MENSAH left", index) == "3 [2]")
    #expect(longest("Annan Kofi left", index) == "2 [1]")
    #expect(longest("Mensah Kofi Annan left", index) == "3 [2]")
    #expect(longest("Annan Mensah Kofi left", index) == "3 [2]")
    #expect(longest("Annan-Mensah left", index) == "2 [3]")
    #expect(longest("Ali Ali left", index) == "2 [5]")
    for none in ["", "Kofi", "Kofi left", "Mensah Kofi", "Lula left"] {
      #expect(longest(none, index) == nil, "\(none)")
    }
    #expect(index.holders(word: WordKey("mensah")) == [2, 3])
    #expect(index.holders(word: WordKey("lula")).isEmpty)
    #expect(index.holders(short: WordKey("LULA")) == [4])
    #expect(index.holders(short: WordKey("kofi")).isEmpty)
  }

  @Test func twoOfOneNameAreBothFound() {
    let index = index(("Ivan Ivanov", 9), ("Ivan Ivanov", 4), ("Ivan Ivanov", 9))
    #expect(longest("Ivan Ivanov", index) == "2 [4, 9]")
    #expect(longest("Ivanov Ivan", index) == "2 [4, 9]")
  }

  @Test func anEmptyIndexFindsNobody() {
    #expect(longest("Ivan Ivanov", index()) == nil)
    #expect(index().holders(word: WordKey("Ivan")).isEmpty)
  }
}
