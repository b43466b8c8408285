import Foundation
import Glibc
import Testing
import Vocabulary

@testable import Articles

/// A text in another charset; characters that it does not have are left out.
func encoded(_ text: String, _ charset: String) -> [UInt8] {
  guard let handle = iconv_open(charset + "//IGNORE", "UTF-8"), Int(bitPattern: handle) != -1 else { return [] }
  defer { iconv_close(handle) }
  var input = Array(text.utf8)
  var output = [UInt8](repeating: 0, count: input.count * 4 + 16)
  let written = input.withUnsafeMutableBytes { source in
    output.withUnsafeMutableBytes { target in
      var from = source.baseAddress?.assumingMemoryBound(to: CChar.self)
      var fromCount = source.count
      var to = target.baseAddress?.assumingMemoryBound(to: CChar.self)
      var toCount = target.count
      _ = iconv(handle, &from, &fromCount, &to, &toCount)
      return target.count - toCount
    }
  }
  return Array(output[..<written])
}

private let russian = """
  Президент России встретился в среду с министром иностранных дел Китая. Стороны обсудили поставки газа и договорились
  продолжить переговоры в следующем месяце, сообщило министерство.
  """
private let chinese = """
  外交部发言人周三表示，中国愿意同韩国继续发展友好关系，并反对任何国家干涉内政。两国外长将于下月在北京举行会谈。
  """
private let japanese = """
  外務大臣は水曜日、韓国の外相と会談し、両国の関係を改善することで一致した。首相は来月ソウルを訪問する予定である。
  """
private let korean = """
  외교부 장관은 수요일 일본 외무상과 회담을 갖고 양국 관계를 개선하기로 합의했다. 대통령은 다음 달 도쿄를 방문할 예정이다.
  """
private let english = "“We won’t yield,” the café’s owner said — and São Paulo’s mayor agreed…"
private let greek =
  "Ο πρωθυπουργός συναντήθηκε με τον υπουργό Εξωτερικών της Τουρκίας και συζήτησαν τις σχέσεις των δύο χωρών."

@Suite struct CharsetTests {
  @Test(
    arguments: [
      ("UTF-8", english), ("CP1252", english), ("CP1252", "The café was hit, said Müller."), ("UTF-8", chinese),
      ("UTF-16LE", english), ("UTF-16BE", english), ("UTF-32LE", english), ("UTF-32BE", english), ("UTF-16LE", russian),
      ("UTF-16BE", chinese), ("CP1251", russian), ("KOI8-R", russian), ("ISO-8859-5", russian), ("GB18030", chinese),
      ("BIG5", "外交部發言人週三表示，中國願意同韓國繼續發展友好關係，並反對任何國家干涉內政。兩國外長將於下月舉行會談。"),
      ("CP932", japanese), ("EUC-JP", japanese), ("CP949", korean), ("ISO-8859-7", greek),
      ("GB18030", "China’s foreign ministry said “no”."), ("ASCII", "Plain."),
    ] as [(String, String)])
  func findsTheCharset(charset: String, text: String) {
    #expect(Bytes.text(Decoding.utf8(encoded(text, charset))) == text)
  }

  @Test(
    arguments: [
      ("CP1251", "windows-1251", "Он: «Да»."), ("CP1250", "Windows-1250", "Kaczyński i Wałęsa rozmawiają."),
      ("CP949", "euc-kr", "한국"), ("CP932", "Shift_JIS", "東京"), ("GB18030", "gb2312", "“你好”"),
      ("BIG5", "Big5", "台北"), ("CP1252", "iso-8859-1", english), ("ISO-8859-15", "ISO-8859-15", "10 € für Žižek"),
      ("ISO-2022-JP", "iso-2022-jp", "東京の会談"), ("UTF-16LE", "utf-16", english),
      // A declaration that is wrong.
      ("UTF-8", "iso-8859-1", english), ("UTF-8", "windows-1251", chinese), ("CP1251", "iso-8859-1", russian),
      ("GB18030", "windows-1252", chinese), ("CP1252", "utf-8", english), ("CP932", "windows-1252", japanese),
      ("CP1252", "no-such-charset", english), ("CP1252", "//TRANSLIT", english), ("CP1252", "utf-16", english),
    ] as [(String, String, String)])
  func weighsTheDeclaration(charset: String, declared: String, text: String) {
    #expect(Bytes.text(Decoding.utf8(encoded(text, charset), declared: declared)) == text)
  }

  @Test func dropsMarks() {
    let text = "Präsident – 한국 🇰🇷"
    for (mark, charset) in [
      ([0xEF, 0xBB, 0xBF], "UTF-8"), ([0xFF, 0xFE], "UTF-16LE"), ([0xFE, 0xFF], "UTF-16BE"),
      ([0xFF, 0xFE, 0, 0], "UTF-32LE"), ([0, 0, 0xFE, 0xFF], "UTF-32BE"),
    ] as [([UInt8], String)] {
      #expect(Bytes.text(Decoding.utf8(mark + encoded(text, charset), declared: "koi8-r")) == text)
    }
  }

  @Test func marksCountAtTheBeginningOnly() {
    #expect(Bytes.text(Decoding.utf8(Array("a ".utf8) + [0xFF, 0xFE] + Array(" b".utf8))) == "a ÿþ b")
    #expect(Bytes.text(Decoding.utf8(Array("a ".utf8) + [0xEF, 0xBB, 0xBF] + Array(" b".utf8))) == "a \u{FEFF} b")
  }

  @Test func keepsBrokenPlaces() {
    #expect(Bytes.text(Decoding.utf8(Array("São Paulo’s ".utf8) + [0xFF] + Array("x".utf8))) == "São Paulo’s \u{FFFD}x")
    #expect(Bytes.text(Decoding.utf8(Array("“a” ".utf8) + [0xE2, 0x80])) == "“a” \u{FFFD}")
    // A lone half of a surrogate pair, and half a unit at the end.
    #expect(Bytes.text(Decoding.utf8([0xFF, 0xFE, 0x41, 0, 0x3D, 0xD8, 0x42, 0, 0x43])) == "A\u{FFFD}B\u{FFFD}")
  }

  @Test(arguments: [1, 2, 3, 7, 1000, 100_000])
  func decodesInChunks(_ chunk: Int) throws {
    let start = String(repeating: "Plain letters only. ", count: 5000)
    for (charset, text) in [
      ("CP1251", russian), ("GB18030", chinese), ("UTF-8", english), ("CP932", japanese), ("UTF-16LE", english),
    ] {
      let whole = charset == "UTF-16LE" ? text : start + text
      let source = DecodingSource(MemorySource(encoded(whole, charset)))
      var output: [UInt8] = []
      while true {
        let more = try source.read(atMost: chunk)
        if more.isEmpty { break }
        output += more
      }
      #expect(Bytes.text(output) == whole)
      #expect(source.damage == nil)
    }
  }

  @Test func tellsWhatWasBroken() throws {
    let scratch = try Scratch()
    try scratch.write("utf8.txt", Array("São\n\n“A”".utf8) + [0xFF] + Array(" b.".utf8))
    try scratch.write("gbk.txt", encoded(chinese, "GB18030") + [0xFF, 0x20] + encoded(chinese, "GB18030"))
    try scratch.write(
      "a.jsonl", Array(#"{"id":"a","body":"“A”"#.utf8) + [0xFF] + Array("\"}\n{\"id\":\"b\",\"body\":\"B\"}".utf8))
    #expect(
      try scratch.summary("utf8.txt", "gbk.txt", "a.jsonl") == [
        "./utf8", "utf8.txt: invalid UTF-8 at byte 13; what is broken is kept as \u{FFFD}", "./gbk",
        "gbk.txt: 1 broken character of GB18030, kept as \u{FFFD}", "a", "b",
        "a.jsonl: invalid UTF-8 at byte 25; what is broken is kept as \u{FFFD}",
      ])
    let items = try scratch.read("utf8.txt")
    #expect(items.first?.article?.article.text == "São\n\n“A”\u{FFFD} b.")
    #expect(items.last?.problem?.severity == .note)
  }

  @Test func readsFilesOfAllCharsets() throws {
    let scratch = try Scratch()
    let text = "Talks in Kraków\n\nThe minister said: “We won’t yield.”"
    for charset in ["CP1252", "UTF-16LE", "UTF-16BE", "UTF-32BE", "GB18030"] {
      try scratch.write(charset + ".txt", encoded(text.replacing("ó", with: "o"), charset))
      let read = try scratch.read(charset + ".txt").first?.article
      #expect(read?.article.text == text.replacing("ó", with: "o"), "\(charset)")
    }
  }

  @Test func mendsHalvesOfSurrogatePairs() throws {
    #expect(
      try JSONParser.parse(Array(#""\ud83d\ude00 \ud83d x\uDE00 \\ud83d \u00e9""#.utf8))
        == .string("😀 \u{FFFD} x\u{FFFD} \\ud83d é"))
    let scratch = try Scratch()
    try scratch.write("a.jsonl", #"{"id":"a","body":"Cut \ud83d"}"#)
    #expect(try scratch.read("a.jsonl").first?.article?.article.body == "Cut \u{FFFD}")
  }
}

@Suite struct RandomCharsetTests {
  @Test func anyBytesBecomeUTF8() throws {
    var dice = Dice(state: 11)
    let labels = [
      "utf-8", "windows-1252", "gbk", "shift_jis", "euc-kr", "big5", "iso-2022-jp", "utf-16", "koi8-r", "x",
    ]
    let seeds = [english, russian, chinese, japanese].map { Array($0.utf8) } + [encoded(japanese, "ISO-2022-JP")]
    for round in 0..<4000 {
      var bytes = seeds.randomElement(using: &dice) ?? []
      for _ in 0..<(round % 9) {
        bytes[Int.random(in: 0..<bytes.count, using: &dice)] = UInt8.random(in: 0...255, using: &dice)
      }
      if round % 5 == 0 { bytes = bytes.map { _ in UInt8.random(in: 0...255, using: &dice) } }
      let declared = labels.randomElement(using: &dice)
      #expect(Bytes.invalidUTF8(in: Decoding.utf8(bytes, declared: declared)) == nil)
      let source = DecodingSource(MemorySource(bytes), declared: declared)
      var output = 0
      while true {
        let more = try source.read(atMost: 1 + round % 50)
        if more.isEmpty { break }
        output += more.count
      }
      #expect(output <= bytes.count * 4 + 16)
    }
  }

  @Test func hostileBytesTakeLinearTime() {
    let start = ContinuousClock.now
    for bytes in [
      [UInt8](repeating: 0xFF, count: 200_000), [UInt8](repeating: 0x80, count: 200_000),
      Array(repeating: [0x81, 0x20], count: 100_000).flatMap { $0 }, Array(repeating: 0x1B, count: 200_000),
      Array(String(repeating: #"\ud83d"#, count: 50_000).utf8),
    ] as [[UInt8]] {
      for label in ["utf-8", "gbk", "utf-16"] {
        _ = Decoding.utf8(bytes, declared: label)
      }
      _ = try? JSONParser.parse([UInt8(ascii: "\"")] + bytes + [UInt8(ascii: "\"")])
    }
    #expect(ContinuousClock.now - start < .seconds(60))
  }
}
