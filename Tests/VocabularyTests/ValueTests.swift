import Foundation
import Testing
import Vocabulary

@Suite struct ValueTests {
  @Test func aDateIsTextInJSON() throws {
    let date = try #require(CalendarDate("2023-01"))
    let data = try JSONEncoder().encode(["date": date])
    #expect(String(decoding: data, as: UTF8.self) == #"{"date":"2023-01"}"#)
    #expect(try JSONDecoder().decode([String: CalendarDate].self, from: data) == ["date": date])
    #expect(throws: DecodingError.self) {
      try JSONDecoder().decode([String: CalendarDate].self, from: Data(#"{"date":"yesterday"}"#.utf8))
    }
  }

  @Test(arguments: [("", ""), ("Title", ""), ("", "Body."), ("Straße – ¿qué?", "Body.")])
  func theBodyBeginsAtItsOffset(title: String, body: String) {
    let article = Article(id: "a", title: title, body: body)
    let rest = String(String.UnicodeScalarView(article.text.unicodeScalars.dropFirst(article.bodyOffset)))
    #expect(rest == body)
  }

  @Test func everyTypeHasItsQuad() {
    #expect(EventType.allCases.count == 16)
    #expect(Dictionary(grouping: EventType.allCases, by: \.quad).mapValues(\.count).values.sorted() == [3, 4, 4, 5])
  }
}
