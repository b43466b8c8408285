import Testing

@testable import Actors

/// Keys of words are the same from bytes and from text, without case and accents.
struct WordKeyTests {
  private static let marks: Set<Unicode.Scalar> = [" ", "-", "\u{2010}", "\u{2011}", "\u{2013}", "\u{A0}"]

  /// The words of a text, each key made of the text.
  private static func keys(_ text: String) -> [WordKey] {
    text.unicodeScalars.split { marks.contains($0) }.map { WordKey(String($0)) }
  }

  @Test func bytesAndTextsAgree() {
    var dice = Dice(seed: 11)
    let pieces = [
      "-", " ", "\u{2010}", "\u{2011}", "\u{2013}", "\u{A0}", "É", "ß", "Ł", "İ", "김", "😀", "e\u{301}", "\r\n", "Ali",
    ]
    for round in 0..<2000 {
      let text = dice.text(round % 25, pieces: pieces)
      #expect(WordKey.keys(Array(text.utf8)[...]) == Self.keys(text), "\(text.debugDescription)")
    }
  }

  /// What is no UTF-8 has keys too; a slice ends where it ends.
  @Test func anyBytesHaveKeys() {
    var dice = Dice(seed: 12)
    for round in 0..<2000 {
      let bytes = (0..<round % 30).map { _ in UInt8.random(in: 0...255, using: &dice) }
      let keys = WordKey.keys(bytes[...])
      #expect(keys.count <= bytes.count)
      let framed = [0x41, 0x20] + bytes + [0x41, 0x80]
      #expect(WordKey.keys(framed[2..<bytes.count + 2]) == keys, "\(bytes)")
      _ = WordKey.joined(bytes[...])
    }
  }

  @Test(arguments: [
    ("Erdoğan", "ERDOGAN"), ("Łódź", "lodz"), ("Ørsted", "orsted"), ("Ärger", "arger"), ("O’Neill", "o'neill"),
    ("Nguyễn", "Nguyen"),
  ])
  func caseAndAccentsDoNotCount(one: String, other: String) { #expect(WordKey(one) == WordKey(other)) }

  @Test(arguments: [("Kim", "Kin"), ("ab", "ba"), ("a", "aa"), ("김", "금")])
  func lettersCount(one: String, other: String) { #expect(WordKey(one) != WordKey(other)) }

  @Test(arguments: ["Geun-hye", "Geun hye", "GEUNHYE", "G-e-u-n hye"])
  func joinedIsOneWord(name: String) {
    #expect(WordKey.joined(Array(name.utf8)[...]) == WordKey("geunhye"))
  }

  /// Hyphens of typography part words, and go where a name is joined.
  @Test(arguments: ["Geun\u{2011}hye", "geun\u{2010}Hye", "Geun\u{2013}hye", "Geun\u{A0}hye"])
  func joinedTakesAllHyphens(name: String) {
    #expect(WordKey.joined(Array(name.utf8)[...]) == WordKey("geunhye"))
    #expect(WordKey.keys(Array(name.utf8)[...]) == [WordKey("geun"), WordKey("hye")])
  }
}
