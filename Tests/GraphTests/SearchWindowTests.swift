import GRDB
import Testing
import Vocabulary

@testable import Graph

/// Pages of common words look at the newest part of the graph alone where that has enough, and are the same.
@Suite struct SearchWindowTests {
  /// A graph of many articles that all speak of one thing, in the order of their days or not.
  private static func store(isInOrder: Bool) throws -> GraphStore {
    let parties = Samples.principals.map { Samples.part($0) }
    let start = CalendarDate(year: 1990, month: 1, day: 1)
    let store = try GraphStore()
    try store.load([
      (0..<5000).map { number in
        let day = start?.advanced(byDays: isInOrder ? number : number * 1237 % 5000)
        return ArticleRecord(
          article: Article(id: "a\(number)"), digest: "1",
          triples: [
            Samples.triple(
              "a\(number)", from: parties[number % 3], to: parties[3], date: day?.description,
              text: number % 2 == 0 ? "They speak of grain" : "They speak of ports \(number)")
          ], actors: Samples.principals)
      }
    ])
    return store
  }

  @Test(arguments: [true, false])
  func pagesAreThoseOfTheWholeList(isInOrder: Bool) throws {
    let store = try Self.store(isInOrder: isInOrder)
    for filter in [RelationFilter(text: "grain"), RelationFilter(from: ["AVA", "BOR"], text: "grain")] {
      let whole = try store.events(filter)
      var page = filter
      page.limit = 20
      #expect(try store.events(page) == Array(whole.prefix(20)) && whole.count > 1000)
      let window = try store.database.read { db in try SearchWindow(FilterCompiler(page, db: db), db) }
      #expect(try (window?.sentence ?? 0) > (isInOrder ? 2000 : 0) && store.events(page).count == 20)
      page.after = try EventCursor(after: #require(whole.dropFirst(99).first))
      #expect(try store.events(page) == Array(whole.dropFirst(100).prefix(20)))
      #expect(try store.triples(page).count == 20)
      page.order = RelationOrder(.date, isAscending: true)
      page.after = nil
      #expect(try store.events(page) == Array(whole.reversed().prefix(20)))
    }
  }
}
