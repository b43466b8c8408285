import Foundation
import Testing
import Vocabulary

@testable import Articles

/// Small texts in the manner of scraped news, with all their parts.
@Suite struct NoisyTextTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var text: String
    var parts: [String]
    var date: String? = nil
    var agencies: [String] = []
    var testDescription: String { name }
  }

  @Test(arguments: noisyTexts)
  func findsThePartsOf(_ test: Case) throws {
    let read = ArticleAnalyser(data: try readingData()).read(text: test.text, id: "x")
    #expect(outline(read) == test.parts)
    #expect(read.article.date?.description == test.date)
    #expect(read.agencies == test.agencies)
    #expect(isSound(read))
  }
}

private let noisyTexts: [NoisyTextTests.Case] = [
  .init(
    name: "dateline with year, credit at the end",
    text: """
      Chad and Sudan reopen their border

      N'DJAMENA, 14 May 2010 (Agency) -- Chad reopened its border with Sudan on Friday.

      Khartoum welcomed the step. (Reporting by Amina Saleh; Editing by Paul Brandt)
      """,
    parts: [
      "title: Chad and Sudan reopen their border", "dateline: N'DJAMENA, 14 May 2010 (Agency) --",
      "paragraph: Chad reopened its border with Sudan on Friday.", "paragraph: Khartoum welcomed the step.",
      "credit: (Reporting by Amina Saleh; Editing by Paul Brandt)",
    ],
    date: "2010-05-14"),
  .init(
    name: "hard-wrapped, with a byline",
    text: """
      Peru recalls its ambassador
      from Caracas

      By Rosa Quispe in Lima

      Peru on Thursday recalled its ambassador from Venezuela for talks after
      the government in Caracas had accused Lima of meddling in its affairs and
      of sheltering men who plotted against it.

      The foreign ministry said that the ambassador would not go back before
      an apology had come. Brazil offered to mediate between the two, and the
      offer was welcomed by both.
      """,
    parts: [
      "title: Peru recalls its ambassador from Caracas", "byline: By Rosa Quispe in Lima",
      "paragraph: Peru on Thursday recalled its ambassador from Venezuela for talks after the government in Caracas "
        + "had accused Lima of meddling in its affairs and of sheltering men who plotted against it.",
      "paragraph: The foreign ministry said that the ambassador would not go back before an apology had come. "
        + "Brazil offered to mediate between the two, and the offer was welcomed by both.",
    ]),
  .init(
    name: "menus before the title, furniture between",
    text: """
      Skip to main content
      Advertisement
      Norway sends doctors to Malawi
      Published: 3 March 2023
      Share this

      Norway sent forty doctors to Malawi on Friday to help against cholera.
      Read more: Malawi closes schools
      Story continues below advertisement

      Malawi's president thanked Oslo.

      Follow us on Twitter
      12 Comments
      """,
    parts: [
      "title: Norway sends doctors to Malawi", "boilerplate: Skip to main content", "boilerplate: Advertisement",
      "dateline: Published: 3 March 2023", "boilerplate: Share this",
      "paragraph: Norway sent forty doctors to Malawi on Friday to help against cholera.",
      "boilerplate: Read more: Malawi closes schools", "boilerplate: Story continues below advertisement",
      "paragraph: Malawi's president thanked Oslo.", "boilerplate: Follow us on Twitter", "boilerplate: 12 Comments",
    ],
    date: "2023-03-03"),
  .init(
    name: "caption with and without its credit",
    text: """
      Egypt hosts Libyan factions

      Envoys of both Libyan governments (left) sit with Egypt's foreign minister in Cairo on Sunday.

      Envoys of both Libyan governments sit with Egypt's foreign minister in Cairo on Sunday. Photo: AFP

      CAIRO (AP) — Egypt brought the two governments of Libya to one table on Sunday.
      """,
    parts: [
      "title: Egypt hosts Libyan factions",
      "caption: Envoys of both Libyan governments (left) sit with Egypt's foreign minister in Cairo on Sunday.",
      "boilerplate: Envoys of both Libyan governments sit with Egypt's foreign minister in Cairo on Sunday. Photo: AFP",
      "dateline: CAIRO (AP) —", "paragraph: Egypt brought the two governments of Libya to one table on Sunday.",
    ],
    agencies: ["AFP", "AP"]),
  .init(
    name: "no title, only a paragraph with a dateline",
    text: "\u{FEFF}DOHA (Agency) - Qatar urged both sides to hold their fire. It offered to host talks.",
    parts: [
      "dateline: DOHA (Agency) -", "paragraph: Qatar urged both sides to hold their fire. It offered to host talks.",
    ]),
  .init(
    name: "headings, title repeated, Windows line ends",
    text: "Fiji bans fishing boats\r\n\r\nFIJI BANS FISHING BOATS\r\n\r\nFiji turned away six boats on Monday.\r\n"
      + "\r\nWhat happens next?\r\n\r\nA court will decide.\r\n",
    parts: [
      "title: Fiji bans fishing boats", "boilerplate: FIJI BANS FISHING BOATS",
      "paragraph: Fiji turned away six boats on Monday.", "heading: What happens next?",
      "paragraph: A court will decide.",
    ]),
  .init(
    name: "single lines as paragraphs, Vietnamese credit",
    text: """
      Laos and Thailand agree on a bridge
      The two governments signed the accord in Vientiane on Tuesday.
      Work begins in May.
      Minh Tran (Theo AFP)
      Leave a Comment
      """,
    parts: [
      "title: Laos and Thailand agree on a bridge",
      "paragraph: The two governments signed the accord in Vientiane on Tuesday.", "paragraph: Work begins in May.",
      "byline: Minh Tran (Theo AFP)", "boilerplate: Leave a Comment",
    ],
    agencies: ["AFP"]),
  .init(
    name: "dateline alone on its line, credits of agencies",
    text: """
      Mali expels French envoy

      BAMAKO, January 31, 2022 (Agency)
      Mali gave the French ambassador three days to leave.

      Paris regretted the decision. (Reuters, Xinhua)

      Source: AFP
      """,
    parts: [
      "title: Mali expels French envoy", "dateline: BAMAKO, January 31, 2022 (Agency)",
      "paragraph: Mali gave the French ambassador three days to leave.", "paragraph: Paris regretted the decision.",
      "credit: (Reuters, Xinhua)", "credit: Source: AFP",
    ],
    date: "2022-01-31", agencies: ["Reuters", "Xinhua", "AFP"]),
]

@Suite struct SharedArticleTests {
  @Test func readsTheArticleThatTheProjectStartsFrom() throws {
    guard let folder = sharedFolder()?.appendingPathComponent("article").path else {
      print("left out: ../shared/article is not here")
      return
    }
    let items = Array(ArticleReader(paths: [folder], data: try readingData()))
    #expect(items.count == 1)
    let read = try #require(items.first?.article)
    #expect(read.article.title == "NATO urges South Korea to increase military support for Ukraine")
    #expect(read.agencies == ["Reuters", "Yonhap"])
    #expect(isSound(read))
    let parts = outline(read)
    #expect(
      read.blocks.map(\.kind) == [
        .title, .paragraph, .paragraph, .paragraph, .caption, .credit, .boilerplate, .paragraph, .paragraph, .paragraph,
        .paragraph, .paragraph, .byline, .boilerplate,
      ])
    #expect(parts.contains("credit: Photo: Reuters."))
    #expect(parts.suffix(2) == ["byline: Huyen Le (Theo Reuters, Yonhap)", "boilerplate: Leave a Comment"])
    #expect(parts[4].hasPrefix("caption: NATO Secretary General Jens Stoltenberg (left) shakes hands with Foreign"))
    #expect(parts[4].hasSuffix("in Seoul on January 29."))
    #expect(parts[3].hasSuffix("it is difficult to provide aid to Ukraine."))
  }

  @Test func keepsSentencesOfTheDevelopmentSet() throws {
    guard let folder = sharedFolder()?.appendingPathComponent("gold/dev.jsonl").path else {
      print("left out: ../shared/gold is not here")
      return
    }
    let items = Array(ArticleReader(paths: [folder], data: try readingData()))
    let problems = items.compactMap { if case .problem(let problem) = $0 { problem } else { nil } }
    #expect(items.count - problems.count == 60 && problems.allSatisfy { $0.severity == .detail }, "\(problems)")
    for read in items.compactMap(\.article) {
      let kinds = Set(read.blocks.map(\.kind))
      #expect(kinds.subtracting([.title, .dateline, .byline, .paragraph, .caption]).isEmpty, "\(outline(read))")
      #expect(kinds.contains(.paragraph) && isSound(read))
    }
    let datelines = items.compactMap { $0.article?.dateline }.count
    #expect(datelines == 47)
  }

  @Test func readsTheSampleArticles() throws {
    let folder = projectFolder.path + "/data/articles"
    for read in ArticleReader(paths: [folder], data: try readingData()).compactMap(\.article) {
      #expect(!read.article.title.isEmpty && read.article.date != nil && isSound(read))
    }
  }
}
