import Foundation
import Testing
import Vocabulary

@testable import Articles

/// What pages tell of themselves and what their parts are.
@Suite struct PageDraftTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var name: String
    var date: String?
    var publisher: String?
    var url: String?
    var language: String?
    /// The blocks of the article, a letter each; see `Pages.kinds`.
    var kinds: String
    var testDescription: String { name }
  }

  @Test(arguments: drafts) func readsThePage(_ test: Case) throws {
    let read = try #require(ArticleAnalyser(data: try readingData()).read(html: try Pages.html(test.name), id: "x"))
    let found = Case(
      name: test.name, date: read.article.date?.description, publisher: read.article.publisher, url: read.article.url,
      language: read.article.language, kinds: Pages.kinds(of: read))
    #expect("\(found)" == "\(test)")
    dump(found)
  }
}

private let drafts: [PageDraftTests.Case] = [
  "wordpress", "broadsheet", "bbclike", "reuterslike", "aplike", "tabloid", "wire", "blog", "amp", "tables", "arabic",
  "cyrillic", "chinese", "noclose", "jsonld", "cookiewall", "substack", "nytlike",
].map { .init(name: $0, kinds: "") }
