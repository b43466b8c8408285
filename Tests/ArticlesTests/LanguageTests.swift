import Foundation
import Testing
import Vocabulary

@testable import Articles

@Suite struct LanguageTests {
  static let english = """
    The foreign ministers of both countries met in Geneva on Monday and agreed to reopen their embassies within two
    months. They said that the talks would go on in the spring, and thanked Switzerland for its help in the matter.
    """
  static let spanish = """
    Los ministros de Asuntos Exteriores de ambos países se reunieron el lunes en Ginebra y acordaron reabrir sus embajadas
    en el plazo de dos meses. Dijeron que las conversaciones continuarían en primavera y agradecieron a Suiza su ayuda.
    """
  static let vietnamese = """
    Bộ trưởng Ngoại giao hai nước đã gặp nhau tại Geneva hôm thứ Hai và nhất trí mở lại đại sứ quán trong vòng hai tháng.
    Họ cho biết các cuộc đàm phán sẽ tiếp tục vào mùa xuân và cảm ơn Thụy Sĩ đã giúp đỡ trong vấn đề này.
    """
  static let russian = """
    Министры иностранных дел двух стран встретились в понедельник в Женеве и договорились вновь открыть посольства в
    течение двух месяцев. Они заявили, что переговоры продолжатся весной, и поблагодарили Швейцарию за помощь.
    """

  func read(_ body: String, declared: String? = nil) throws -> ReadArticle {
    ArticleAnalyser(data: try readingData()).analyse(Article(id: "x", body: body, language: declared))
  }

  @Test(
    arguments: [
      (english, nil, nil), (english, "en", nil), (english, "fr", nil), (spanish, nil, "es"), (spanish, "en", "es"),
      (spanish, "es", "es"), (vietnamese, nil, "vi"), (russian, nil, "ru"), ("Kurzer Text.", nil, nil),
      ("Kurzer Text.", "de-DE", "de"), ("Short text.", "en-GB", nil), ("Short text.", "ENG", nil),
      ("Short text.", "und", nil),
      (english + "\n\n" + spanish, nil, nil), ("", "de", "de"), ("", nil, nil),
    ] as [(String, String?, String?)])
  func areTold(body: String, declared: String?, foreign: String?) throws {
    let read = try read(body, declared: declared)
    #expect(read.foreignLanguage == foreign)
    #expect(read.isForeign == (foreign != nil))
  }

  @Test func tellHowSureTheyAre() throws {
    let language = try #require(try read(Self.english).language)
    #expect(language.code == "en" && language.share > 0.9 && language.isReliable)
    #expect(try read("Short text.").language == nil)
  }

  @Test func canBeForced() throws {
    let scratch = try Scratch()
    try scratch.write("a.txt", "Acuerdo en Ginebra\n\n" + Self.spanish)
    func foreign(_ forced: String?) throws -> [String] {
      ArticleReader(paths: [scratch.path], data: try readingData(), forcedLanguage: forced)
        .compactMap { $0.article?.foreignLanguage }
    }
    #expect(try foreign(nil) == ["es"])
    #expect(try foreign("en") == [])
  }

  @Test func samplesAreEnglish() throws {
    var folders = [projectFolder.path + "/data/articles"]
    if let shared = sharedFolder()?.path {
      folders += [shared + "/gold/dev.jsonl", shared + "/gold/cases.jsonl", shared + "/article"]
    } else {
      print("left out: ../shared is not here")
    }
    let reads = ArticleReader(paths: folders, data: try readingData()).compactMap(\.article)
    #expect(reads.count > 20)
    for read in reads { #expect(!read.isForeign, "\(read.article.id) \(read.language.map { "\($0)" } ?? "")") }
  }

  @Test func anyTextIsTaken() {
    var dice = Dice(state: 41)
    for round in 0..<1000 {
      var scalars = String.UnicodeScalarView()
      for _ in 0..<(200 + round % 300) {
        let value =
          round % 2 == 0 ? UInt32.random(in: 0...0x10FFFF, using: &dice) : UInt32.random(in: 0...0x600, using: &dice)
        if let scalar = Unicode.Scalar(value) { scalars.append(scalar) }
      }
      _ = LanguageDetector.language(of: Array(String(scalars).utf8))
    }
    for piece in ["a", " ", "é", "한", "\u{300}", "\0", "\u{FFFE}", "😀", "<", "&"] {
      _ = LanguageDetector.language(of: Array(String(repeating: piece, count: 100_000).utf8))
    }
  }
}
