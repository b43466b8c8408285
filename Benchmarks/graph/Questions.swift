import Graph
import Vocabulary

/// Everyday questions, with the time that each takes when the database is warm.
struct Questions {
  let store: GraphStore
  let world: World

  private struct Question {
    var name: String
    var ask: () throws -> Int
  }

  /// Asks each question several times and prints the median.
  func show(runs: Int) throws {
    print("\nquestion                                  rows   median ms")
    for question in list {
      let (rows, median) = try Time.median(of: runs) { try question.ask() }
      print(question.name.padded(38), String(rows).leftPadded(8), median.text(3).leftPadded(11))
    }
  }

  private var list: [Question] {
    let codes = world.principals.map(\.code)
    let (first, second, tenth, hundredth) = (codes[0], codes[1], codes[9], codes[99])
    func page(_ name: String, _ filter: RelationFilter) -> Question {
      var filter = filter
      filter.limit = 20
      return Question(name: name) { [filter] in try store.events(filter).count }
    }
    return [
      page("latest events", RelationFilter()),
      page("commonest dyad, page", RelationFilter(from: [first], to: [second])),
      page(
        "commonest dyad, types, years, page",
        RelationFilter(
          from: [first], to: [second], types: [.sanction, .accuse], realis: [.actual],
          since: CalendarDate(year: 2005), until: CalendarDate(year: 2010))),
      page("rarer dyad, page", RelationFilter(from: [tenth], to: [hundredth])),
      page("between two, page", RelationFilter(between: .init([first], [tenth]))),
      page("commonest source, page", RelationFilter(from: [first])),
      page("a person, page", RelationFilter(from: [world.persons[0][0].code])),
      page("a type in a year, page", RelationFilter(types: [.sanction], until: CalendarDate(year: 2010))),
      page("words, page", RelationFilter(text: "uranium dams")),
      page("words of a source, page", RelationFilter(from: [tenth], text: "uranium dams")),
      Question(name: "events of the commonest dyad, count") {
        try store.eventCount(RelationFilter(from: [first], to: [second]))
      },
      Question(name: "evidence of an event") {
        try store.events(RelationFilter(from: [first], limit: 1)).first.map { try store.evidence(of: $0.id).count } ?? 0
      },
      Question(name: "profile of the commonest actor") { try store.standing(of: first)?.partners.count ?? 0 },
      Question(name: "profile of the tenth actor") { try store.standing(of: tenth)?.partners.count ?? 0 },
      Question(name: "profile of the hundredth actor") { try store.standing(of: hundredth)?.partners.count ?? 0 },
      Question(name: "an actor by name") { try store.actors(matching: world.principals[400].name).count },
    ]
  }
}

extension String {
  /// The text with spaces behind it.
  fileprivate func padded(_ width: Int) -> String { self + String(repeating: " ", count: max(0, width - count)) }
  /// The text with spaces in front of it.
  fileprivate func leftPadded(_ width: Int) -> String { String(repeating: " ", count: max(0, width - count)) + self }
}
