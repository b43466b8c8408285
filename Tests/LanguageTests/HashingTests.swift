import Foundation
import Testing

@testable import Language

@Suite struct HashingTests {
  /// Ids that the reference gives: hashes for words, small numbers for the model's symbols.
  @Test(
    arguments: [
      ("", 0), ("Russia", 8_429_461_636_037_806_616), ("punct", 445), ("X", 101),
      ("Côte", 14_359_692_570_195_877_089), ("abcdefghi", 13_885_881_106_499_164_936), ("PERSON", 380),
      ("FLAG63", 63), ("DEPRECATED276", 379), ("_", 456),
    ] as [(String, UInt64)])
  func idOfAString(text: String, id: UInt64) throws {
    #expect(try Fixtures.model.get().lexicon.id(text) == id)
  }

  @Test func everySymbolHasItsOwnNumber() {
    let entries = SymbolTable.entries()
    #expect(entries.count == 456)
    #expect(Set(entries.map(\.number)).count == 456)
    #expect(Set(entries.map(\.name)).count == 456)
  }

  @Test func embeddingKeys() {
    #expect(Hashing.embeddingKeys(0, seed: 8) == (0, 0, 0, 0))
    let keys = Hashing.embeddingKeys(11_901_859_001_352_538_922, seed: 8)
    #expect(keys == (337_826_818, 139_662_131, 2_654_223_875, 2_356_976_844))
  }

  @Test(arguments: [
    ("U.S.", "X.X."), ("COVID-19", "XXXX-dd"), ("iPhone", "xXxxxx"), ("12,345.67", "dd,ddd.dd"), ("straße", "xxxx"),
    ("½", "½"), ("10²", "ddd"), ("日本語", "xxx"), ("Xi", "Xx"), (String(repeating: "a", count: 100), "LONG"),
  ])
  func shape(word: String, shape: String) {
    #expect(ScalarClasses.shape(word.unicodeScalars.map(\.value)[...]) == shape)
  }

  @Test(arguments: [("İ", "i̇"), ("ΣΑΣ", "σας"), ("ΑΣ.Σ", "ασ.ς"), ("Σ", "σ"), ("ǅ", "ǆ"), ("AbC", "abc")])
  func lowerCase(word: String, lower: String) {
    let found = ScalarClasses.lowercased(word.unicodeScalars.map(\.value)[...])
    #expect(found.unicodeScalars.elementsEqual(lower.unicodeScalars))
  }

  @Test func tableKeepsKeysApart() {
    var table = ByteTable()
    for number in 0..<1000 { #expect(table.insert("key \(number)") == number) }
    #expect(table.insert("key 7") == 7)
    #expect(table.find("key 999") == 999)
    #expect(table.find("key 1000") == nil)
    #expect(table.insert("é") != table.insert("e\u{301}"))
  }
}
