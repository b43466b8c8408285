import Foundation
import Testing
import Vocabulary

@testable import Articles

/// What pages tell of themselves and what their parts are.
@Suite struct PageDraftTests {
  struct Case: Hashable, Sendable, CustomTestStringConvertible {
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
    #expect(found == test, "\(found.kinds), \(found)")
  }
}

private let drafts: [PageDraftTests.Case] = [
  .init(
    name: "wordpress", date: "2023-03-04", publisher: "The Border Post",
    url: "https://borderpost.example/2023/03/04/moyale-reopens/", language: "en-US", kinds: "Tcdppphpppppp"),
  .init(
    name: "broadsheet", date: "2023-01-17", publisher: "The Meridian Courier",
    url: "https://www.meridiancourier.example/world/portugal-tanker-amber-dawn-a4411.html", language: "en-GB",
    kinds: "Tppppppp"),
  .init(
    name: "bbclike", date: "2022-10-09", publisher: "NNC News",
    url: "https://www.nnc.example/news/world-europe-63101234", language: "en-GB", kinds: "Tbbpppcphpphp"),
  .init(
    name: "reuterslike", date: "2023-05-23", publisher: "Corvus",
    url: "https://www.corvus.example/world/asia-pacific/vietnam-philippines-patrol-reef-2023-05-23/", language: "en",
    kinds: "Tbbcdppppppppr"),
  .init(
    name: "aplike", date: "2022-08-11", publisher: "AP Wire",
    url: "https://apwire.example/article/colombia-swap-eln-8f1", language: "en", kinds: "Tcbbdpppppppr"),
  .init(
    name: "tabloid", date: "2023-06-02", publisher: "The Daily Blare",
    url: "https://www.dailyblare.example/news/article-12150001/Fury-minister-flies.html", kinds: "Tpppbbpppccppphpp"),
  .init(name: "wire", date: "2022-11-29", kinds: "Tdppppp"),
  .init(
    name: "blog", date: "2022-12-02", url: "http://elevenkm.blog.example/2022/12/why-serbs-and-albanians-agreed.html",
    kinds: "Tpppppp"),
  .init(
    name: "amp", date: "2023-07-03", publisher: "Andes Today",
    url: "https://andes.example/economy/bolivia-chile-accord", language: "es-BO", kinds: "Tpppcpp"),
  .init(name: "tables", date: "2024-10-01", language: "en", kinds: "Tppppppppppp"),
  .init(
    name: "arabic", date: "2023-03-12", publisher: "صحيفة الميناء",
    url: "https://almina.example/ebusiness/2023/3/12/pipeline", language: "ar", kinds: "Tbppcpphpp"),
  .init(
    name: "cyrillic", date: "2023-04-05", publisher: "Степной вестник",
    url: "https://stepvest.example/20230405/torgovlya-1863.html", language: "ru", kinds: "Trpppphpp"),
  .init(name: "chinese", date: "2023-05-16", publisher: "草原新闻网", kinds: "Tpppcpppb"),
  .init(name: "noclose", date: "2023-05-11", url: "https://apiamessenger.example/2023/05/dredger", kinds: "Tppphppppp"),
  .init(
    name: "jsonld", date: "2023-03-15", publisher: "Himal Wire", url: "https://himalwire.example/tourism/solo-trek-ban",
    language: "en", kinds: "Tppppp"),
  .init(name: "cookiewall", date: "2022-04-06", publisher: "Öresund Times", language: "en", kinds: "Tbppppp"),
  .init(
    name: "substack", date: "2023-09-07", publisher: "Choke Points",
    url: "https://chokepoints.substack.example/p/the-strait", language: "en", kinds: "Thbbpphpphpp"),
  .init(
    name: "nytlike", date: "2023-06-08", publisher: "The Hudson Times",
    url: "https://www.hudsontimes.example/2023/06/08/world/middleeast/iran-afghanistan-water.html", language: "en",
    kinds: "Tpcbpdppppppcpppbp"),
]
