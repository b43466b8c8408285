import Diagrams
import Vocabulary

/// Events made up for tests.
enum Samples {
  static let actors: [String: Actor] = Dictionary(
    uniqueKeysWithValues: [
      ("USA", "United States", ActorKind.state), ("CHN", "China", .state), ("RUS", "Russia", .state),
      ("UKR", "Ukraine", .state), ("KOR", "South Korea", .state), ("PRK", "North Korea", .state),
      ("JPN", "Japan", .state), ("DEU", "Germany", .state), ("POL", "Poland", .state),
      ("NATO", "NATO", .organization), ("EU", "European Union", .organization),
      ("Wagner", "Wagner Group", .armedGroup), ("Gazprom", "Gazprom", .company),
      ("Grossi", "Rafael Grossi", .person), ("UKR-REF", "Ukrainian refugees", .population),
    ].map { ($0.0, Actor(code: $0.0, name: $0.1, kind: $0.2)) })

  static func actor(_ code: String) -> Actor {
    actors[code] ?? Actor(code: code, name: code, kind: .organization)
  }

  /// One event; the date is a day of January 2023.
  static func event(
    _ id: Int64, _ source: String, _ relation: String, _ target: String, _ type: EventType, reports: Int = 1,
    realis: Realis = .actual, day: Int = 15
  ) -> Event {
    Event(
      id: id, source: actor(source), target: actor(target), type: type, realis: realis,
      date: CalendarDate(year: 2023, month: 1, day: day), relation: relation, cameo: nil,
      intensity: type.quad == .materialConflict ? -7 : 2, confidence: 0.9, reports: reports, articles: reports)
  }

  /// Fifteen actors, some forty events.
  static let world: [Event] = [
    event(1, "NATO", "urge", "KOR", .request, reports: 4, day: 30),
    event(2, "NATO", "urge", "KOR", .request, reports: 2, day: 29),
    event(3, "NATO", "call on", "KOR", .request, reports: 2, day: 30),
    event(4, "NATO", "ask to supply ammunition for the war", "KOR", .request, day: 30),
    event(5, "NATO", "offer closer consultations on regional security to", "KOR", .agree, day: 30),
    event(6, "KOR", "host", "NATO", .consult, reports: 3, day: 30),
    event(7, "KOR", "provide humanitarian aid to", "UKR", .aid, reports: 3, day: 12),
    event(8, "KOR", "decline to arm", "UKR", .reject, reports: 2, day: 27),
    event(9, "USA", "supply", "UKR", .aid, reports: 12, day: 6),
    event(10, "USA", "supply", "UKR", .aid, reports: 5, day: 19),
    event(11, "USA", "send tanks to", "UKR", .aid, reports: 9, realis: .planned, day: 25),
    event(12, "RUS", "attack", "UKR", .assault, reports: 22, day: 14),
    event(13, "RUS", "attack", "UKR", .assault, reports: 12, day: 26),
    event(14, "RUS", "shell", "UKR", .assault, reports: 7, day: 1),
    event(15, "RUS", "claim the capture of a town from", "UKR", .assault, reports: 5, day: 13),
    event(16, "UKR", "strike", "RUS", .assault, reports: 6, day: 1),
    event(17, "UKR", "accuse", "RUS", .accuse, reports: 4, day: 15),
    event(18, "UKR", "negotiate with", "RUS", .reject, reports: 2, realis: .negated, day: 20),
    event(19, "RUS", "threaten", "UKR", .threaten, reports: 2, day: 22),
    event(20, "USA", "impose sanctions on", "RUS", .sanction, reports: 5, day: 26),
    event(21, "USA", "expel diplomats of", "RUS", .sanction, reports: 2, day: 20),
    event(22, "EU", "impose an oil embargo on", "RUS", .sanction, reports: 4, realis: .planned, day: 31),
    event(23, "CHN", "sign agreement with", "RUS", .agree, reports: 3, day: 5),
    event(24, "USA", "warn", "CHN", .threaten, reports: 4, day: 28),
    event(25, "USA", "urge not to arm Russia", "CHN", .request, reports: 3, day: 24),
    event(26, "CHN", "condemn", "USA", .accuse, reports: 4, day: 30),
    event(27, "PRK", "fire missile toward", "KOR", .mobilize, reports: 4, day: 1),
    event(28, "PRK", "denounce", "USA", .accuse, reports: 3, day: 27),
    event(29, "USA", "hold exercise with", "KOR", .cooperate, reports: 3, realis: .planned, day: 31),
    event(30, "JPN", "agree to restore hotline with", "KOR", .agree, reports: 3, day: 17),
    event(31, "JPN", "sanction", "RUS", .sanction, reports: 2, day: 27),
    event(32, "DEU", "send Leopard 2 tanks to", "UKR", .aid, reports: 8, realis: .planned, day: 25),
    event(33, "POL", "urge to approve tank transfers", "DEU", .request, reports: 4, day: 23),
    event(34, "POL", "take in", "UKR-REF", .aid, reports: 4, day: 9),
    event(35, "Wagner", "storm", "UKR", .assault, reports: 3, day: 11),
    event(36, "PRK", "sell rockets to", "Wagner", .aid, reports: 2, realis: .possible, day: 20),
    event(37, "USA", "designate as criminal organization", "Wagner", .sanction, reports: 3, day: 20),
    event(38, "Gazprom", "halt gas deliveries to", "DEU", .sanction, reports: 2, day: 3),
    event(39, "Grossi", "meet", "UKR", .consult, reports: 2, day: 19),
    event(40, "EU", "promise membership to", "UKR", .agree, realis: .negated, day: 18),
    event(41, "NATO", "send fighter jets to", "UKR", .aid, reports: 2, realis: .requested, day: 30),
  ]

  /// South Korea and its neighbours.
  static var ego: [Event] { world.filter { [1, 2, 3, 4, 6, 27, 29, 30].contains($0.id) } }

  /// One relation.
  static var single: [Event] { world.filter { $0.id == 1 } }

  static let evidence: [Int64: [DiagramEvidence]] = [
    1: [
      DiagramEvidence(
        sentence: "NATO urges South Korea to increase military support for Ukraine",
        article: "NATO chief visits Seoul", url: "https://news.example/nato?seoul=1&page=2",
        date: CalendarDate("2023-01-30"))
    ],
    12: [DiagramEvidence(sentence: "Russia attacked Dnipro.", article: "Night of missiles", date: nil)],
  ]

  static let worldOptions = DiagramOptions(
    title: "Who did what to whom in January 2023",
    subtitle: "2023-01-01 to 2023-01-31 · 118 reports in 74 articles",
    footer: "Source: sample articles of the project. Made on 2023-02-01 with Entente.")
}
