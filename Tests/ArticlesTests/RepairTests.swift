import Foundation
import Testing
import Vocabulary

@testable import Articles

/// A text as somebody sees it who takes its bytes for those of another charset.
private func misread(_ text: String, as charset: String) -> String {
  if charset == "CP1252" {
    // Bytes without a letter are control characters, as in browsers.
    return String(
      String.UnicodeScalarView(text.utf8.map { Windows1252.scalar(of: $0) ?? Unicode.Scalar($0) }))
  }
  guard let converter = CharsetConverter(from: charset, to: "UTF-8") else { return "" }
  return Bytes.text(converter.convert(Array(text.utf8), isLast: true))
}

@Suite struct RepairTests {
  func repaired(_ text: String) throws -> String {
    let repair = TextRepair(data: try readingData())
    return repair.mended(Array(text.utf8)).map { Bytes.text($0) } ?? text
  }

  @Test(arguments: [
    ("They donâ€™t agree.", "They don’t agree."), ("â€œYes,â€\u{9D} he said.", "“Yes,” he said."),
    ("â€œYes,â€ he said.", "“Yes,” he said."), ("â€œYesâ€? he said.", "“Yes” he said."),
    ("A dash â€“ or two â€” and dotsâ€¦", "A dash – or two — and dots…"), ("cafÃ© in SÃ£o Paulo", "café in São Paulo"),
    ("Ã‰lysÃ©e, Ã–sterreich, MÃ¼nchen", "Élysée, Österreich, München"), ("Ã\u{A0} Paris", "à Paris"),
    ("dÃ©jÃ  vu", "déjà vu"), ("It cost Â£5 and 10Â°", "It cost £5 and 10°"),
    ("He left.Â It ended.", "He left. It ended."),
    ("He left.Â  It ended.", "He left.  It ended."), ("â‚¬20 and â„¢", "€20 and ™"),
    ("donÃ¢â‚¬â„¢t", "don’t"), ("Ã¢â‚¬Å“HiÃ¢â‚¬Â\u{9D}", "“Hi”"), ("ÃƒÂ©tat", "état"),
    ("don\u{E2}\u{80}\u{99}t", "don’t"), ("KaczyÅ„ski met WaÅ‚Ä™sa", "Kaczyński met Wałęsa"),
    ("ErdoÄŸan and Ä°zmir", "Erdoğan and İzmir"), ("Viá»‡t Nam", "Việt Nam"), ("ï»¿Title", "Title"),
    ("ÐœÐ¾Ñ\u{81}ÐºÐ²Ð° said", "Москва said"), ("ðŸ˜€ he wrote", "😀 he wrote"),
    ("donвЂ™t", "don’t"), ("вЂњYesвЂќ вЂ“ he", "“Yes” – he"), ("MГјnchen", "München"), ("РњРѕСЃРєРІР°", "Москва"),
    ("Russia鈥檚 army", "Russia’s army"), ("鈥淵es, we can鈥? he said", "“Yes, we can” he said"),
    ("the ministers鈥 plan", "the ministers’ plan"), ("war 鈥 and peace", "war – and peace"),
    ("caf茅s aren鈥檛", "cafés aren’t"), ("China¡¯s ¡°yes¡±", "China’s “yes”"), ("don‚Äôt ‚Äî ‚Äúyes‚Äù", "don’t — “yes”"),
    ("&acirc;&euro;&trade;s", "’s"),
  ])
  func mendsWhatWasDecodedWrongly(text: String, expected: String) throws {
    #expect(try repaired(text) == expected)
  }

  @Test(arguments: ["CP1252", "CP1251", "ISO-8859-1"])
  func mendsWholeTexts(_ charset: String) throws {
    let text = "“We won’t yield,” Müller said — in the café… ‘No’ – not €5 or £6. Señor Nuñez agreed."
    let wrong =
      charset == "ISO-8859-1"
      ? String(String.UnicodeScalarView(text.utf8.map { Unicode.Scalar($0) })) : misread(text, as: charset)
    #expect(wrong != text)
    #expect(try repaired(wrong) == text)
    if charset == "CP1252" { #expect(try repaired(misread(wrong, as: charset)) == text) }
  }

  @Test(arguments: [
    "“We won’t yield,” he said — and left… ‘No’ – €5, £6, 10°, ½, ™.",
    "L’état, c’est moi : « À la Élysée », ÎLE, CÔTÉ…",
    "São Paulo, NÃO, AMANHÃ… AMANHÃ” IRMÃ — CORAÇÃO; MAÇÃ.", "România, Întâlnire, ÎN CÂMPIE, câine, „â”, Â",
    "Ø, Å… PÅ”",
    "ÇA VA, FRANÇAIS », Ñandú ESPAÑA… ¿Qué? ¡No! ª º", "Straße, Spaß” GROẞ ÄÖÜ… KÖLN — Ä”",
    "Việt Nam, Hà Nội, ĐÀ NẴNG…",
    "Kraków — Łódź… ŻÓŁĆ, Český Krumlov, Žižek, Škoda”", "Türkiye, İstanbul, Erdoğan’ın, ŞİŞLİ…",
    "Ísland, Þór, það, Ð…",
    "Москва и Россия: «Да» — Сергей, РСФСР, в Ереване, Рим… Сё", "Україна, РІСТ, Її, Євген, Ґанок",
    "Београд, Ђоковић, Љубљана",
    "Ελλάδα, Άγκυρα", "中国外交部发言人 “你好” 用Excel表格 A股 鈥", "한국 대통령", "日本の首相「東京」", "שלום עולם", "مرحبا بالعالم",
    "R&D; AT&T, Q&A",
    "a < b and c > d, <3, <unknown>, x<y", "naïve café—he said; touché”—she", "Â", "é»", "10 µm ± 5", "A¡B",
    "‚so‘ Äpfel",
    "«Ça», dit-il à «À»", "👨‍👩‍👧 🇰🇷 ❤️", "می‌خواهم", "&unknown; & &; &#; &#x;",
  ])
  func leavesCorrectTextAlone(_ text: String) throws {
    #expect(try repaired(text) == text)
  }

  @Test(arguments: [
    ("AT&amp;T &amp;amp; co &lt; 5", "AT&T & co < 5"), ("Turkey&#8217;s&nbsp;navy &mdash; x", "Turkey’s navy — x"),
    ("&amp;quot;Hi&amp;amp;quot;", "\"Hi\""), ("&#x2019;&#146;&#39;", "’’'"), ("S&atilde;o &eacute;", "São é"),
    ("&#0;&#xD800;&#99999999;&#999999999999;", " \u{FFFD}\u{FFFD}&#999999999999;"), ("a&#10;b", "a b"),
    (
      "Turkey&#8217;s navy escorted a&nbsp;Libyan tanker&nbsp;&mdash; <b>reports</b>\u{200B}.",
      "Turkey’s navy escorted a Libyan tanker — reports."
    ),
    ("<p>One.</p><p>Two<br/>Lines<br>of it</p>", "\n\nOne.\n\n\n\nTwo\nLines of it\n\n"),
    ("a <a href=\"x\">link</a>", "a link"),
    ("x<script>var a = '<b>';</script>y<!-- z -->", "xy"), ("&lt;b&gt;bold&lt;/b&gt;", "bold"),
    ("<SCRIPT src=x></script >z", "z"),
    ("co\u{AD}operation \u{FB01}nds o\u{FB03}ce", "cooperation finds office"),
    ("a\u{200B}b\u{FEFF}c\u{2060}d\u{200E}e\u{202B}f\u{202C}", "abcdef"), ("10\u{A0}km\u{202F}x\u{3000}y", "10 km x y"),
    ("\u{E000}a\u{F0B7}b\u{FFFF}c\u{10FFFF}", "a•bc"), ("cafe\u{301} A\u{30A}", "café Å"),
    ("don\u{92}t \u{93}x\u{94}\u{85}", "don’t “x”…"),
  ])
  func mendsCharacters(text: String, expected: String) throws {
    #expect(try repaired(text) == expected)
    #expect(try Array(repaired(text).utf8) == Array(expected.utf8))
  }

  @Test func nothingIsCopiedWhereNothingIsWrong() throws {
    let repair = TextRepair(data: try readingData())
    #expect(repair.mended(Array("“Plain” text — with é and 한국 and R&D in it.".utf8)) == nil)
  }

  @Test func allScalarsComeOutComposed() throws {
    let repair = TextRepair(data: try readingData())
    let values = [
      Array(UInt32(0x80)...0x33FF), Array(0xA600...0xABFF), Array(0xF900...0x11FFF), Array(0x1D000...0x1FFFF),
    ]
    for scalar in (values.joined() + [0x2F800]).compactMap({ Unicode.Scalar($0) }) {
      let text = "a" + String(scalar) + " b"
      let output = repair.mended(Array(text.utf8)).map { Bytes.text($0) } ?? text
      #expect(Array(output.utf8) == Array(output.precomposedStringWithCanonicalMapping.utf8), "\(scalar.value)")
    }
  }

  @Test func marksStayWithTheirLines() throws {
    let repair = TextRepair(data: try readingData())
    var draft = Draft(title: "Itâ€™s &amp; on")
    draft.body = Array("Donâ€™t&nbsp;go\n\nA&amp;B\n\nCaptionâ€¦".utf8)
    let places = ["A&amp;", "Caption"].compactMap { Bytes.find(Array($0.utf8), in: draft.body) }
    draft.marks = [places[0]: .heading, places[1]: .caption]
    let mended = repair.mended(draft)
    #expect(mended.title == "It’s & on")
    #expect(Bytes.text(mended.body) == "Don’t go\n\nA&B\n\nCaption…")
    for (place, kind) in mended.marks {
      #expect(Bytes.text(mended.body[place...]).hasPrefix(kind == .heading ? "A&B" : "Caption"))
    }
  }

  @Test func appliesToEveryFormat() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "Talks &amp; truce\n\nThey donâ€™t agree&nbsp;yet.")
    try scratch.write("b.jsonl", #"{"id":"b","title":"Talks &amp; truce","body":"They donâ€™t agree&nbsp;yet."}"#)
    try scratch.write("c.md", "# Talks &amp; truce\n\nThey donâ€™t agree&nbsp;yet.")
    for read in try scratch.read("").compactMap(\.article) {
      #expect(read.article.text == "Talks & truce\n\nThey don’t agree yet.")
      #expect(isSound(read))
    }
    let given = Article(id: "x", body: "They donâ€™t agree&nbsp;yet.")
    #expect(ArticleAnalyser(data: try readingData()).analyse(given).article == given)
  }
}

@Suite struct RandomRepairTests {
  static let pieces = [
    "â€", "™", "œ", "Ã", "©", "Â", " ", "鈥", "檚", "?", "вЂ", "Р", "С", "°", "&", "amp;", "#", "8217;", "lt;", "gt;",
    "<", ">",
    "b", "/", "p", "script", "<!--", "-->", "=", "\u{AD}", "\u{301}", "\u{200D}", "é", "”", "…", "\n", "word", "ð", "Ÿ",
    "˜", "€",
    "\u{80}", "\u{9D}", "\u{E000}", "\u{FFFF}", "한", "ᄀ", "ᅡ", "Å", "º", "¡", "¯",
  ]

  @Test func staysUTF8WhateverComes() throws {
    let repair = TextRepair(data: try readingData())
    var dice = Dice(state: 21)
    for round in 0..<20_000 {
      let text = (0..<(round % 30)).map { _ in Self.pieces.randomElement(using: &dice) ?? "" }.joined()
      guard let output = repair.mended(Array(text.utf8)) else { continue }
      #expect(
        Bytes.invalidUTF8(in: output) == nil && output.count <= text.utf8.count * 3 + 8, "\(text.debugDescription)")
    }
  }

  @Test(arguments: [
    "<", "<b ", "<script>", "<!--", "&", "&amp;", "&#", "â€", "Ã", "Â ", "鈥", "鈥?", "鈥檚", "вЂ", "РС", "\u{301}", "Ð¾",
    "<b a=",
    "</", "\u{200B}", "\u{E000}", "ᄀ", "<script></script", "¡¯", "‚Ä",
  ])
  func hostileTextTakesLinearTime(_ piece: String) throws {
    let repair = TextRepair(data: try readingData())
    let bytes = Array(String(repeating: piece, count: 100_000 / piece.utf8.count).utf8)
    let start = ContinuousClock.now
    _ = repair.mended(bytes)
    #expect(ContinuousClock.now - start < .seconds(20))
  }
}
