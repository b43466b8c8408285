import Foundation
import Graph
import Vocabulary

/// `base` to the power of `exponent`.
func power(_ base: Double, _ exponent: Double) -> Double { pow(base, exponent) }

/// A made-up world that news reports on: the same for the same size, article by article in the order of time.
///
/// Actors and dyads are as unequal as in the news: Zipf's law over 3,000 principals, half of the targets out of each
/// source's own neighbours. Thirty years of days; three triples an article, a third of which report what another
/// article of these days has reported.
struct World: Sequence, IteratorProtocol {
  static let firstYear = 1995
  static let days = 30 * 365 + 7
  /// The principals, commonest first: states, then organizations, armed groups, companies and populations.
  let principals: [Actor]
  /// Two who act for each principal.
  let persons: [[Actor]]

  private let articles: Int
  private var written = 0
  private var random = SeededGenerator(seed: 20_230_130)
  private let source = WeightedChoice.zipf(3000, exponent: 1)
  private let neighbour = WeightedChoice.zipf(40, exponent: 0.8)
  private let type = WeightedChoice(Deeds.all.map(\.weight))
  private let realis = WeightedChoice([76, 8, 7, 5, 4])
  /// What the last articles have reported.
  private var recent: [Report] = []

  private struct Report {
    var source: Int, target: Int, type: Int, realis: Int, date: CalendarDate?, precision: DatePrecision
  }

  /// A world of about this many triples.
  init(triples: Int) {
    articles = Swift.max(1, triples / 3)
    principals = (0..<3000).map { number in
      let name = Self.name(number)
      return switch number {
      case ..<220: Actor(code: Self.code(number), name: name, kind: .state)
      case ..<1200: Actor(code: name + " Union", name: "Union of " + name, kind: .organization)
      case ..<1800: Actor(code: name + " Front", name: name + " Front", kind: .armedGroup)
      case ..<2600: Actor(code: name + " Works", name: name + " Works", kind: .company)
      default: Actor(code: "people of " + name, name: "people of " + name, kind: .population)
      }
    }
    persons = (0..<3000).map { number in
      [7919, 104_729].map { step in
        let name = Self.name((number + step) % 9000) + " " + Self.name((number * 31 + step) % 9000)
        return Actor(code: name, name: name, kind: .person)
      }
    }
  }

  /// A name of three or four syllables, another one for each number below 9,000.
  private static func name(_ number: Int) -> String {
    let heads = ["Ba", "Co", "Da", "El", "Fi", "Ga", "Ho", "Is", "Ka", "Lo", "Ma", "No", "Or", "Pe", "Ra"]
    let middles = ["ra", "li", "no", "ve", "sta", "du", "ri", "mo", "ta", "ke", "ba", "so", "ny", "pa", "go"]
    let tails = ["via", "stan", "land", "ria", "nia", "dor", "gard", "mark", "tan", "lia"]
    let text = heads[number % 15] + middles[number / 15 % 15] + tails[number / 225 % 10]
    return number < 2250 ? text : text + ["", "e", "is", "um"][number / 2250 % 4]
  }

  private static func code(_ number: Int) -> String {
    let letters = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ")
    return String([letters[number / 26 % 26], letters[number % 26], letters[number * 7 % 26]])
  }

  mutating func next() -> ArticleRecord? {
    guard written < articles else { return nil }
    let place = written
    written += 1
    let start = CalendarDate(year: Self.firstYear, month: 1, day: 1)
    // The news grows: the last year brings three times as much as the first.
    let share = Double(place) / Double(articles)
    let day = Int(((1 + 8 * share).squareRoot() - 1) / 2 * Double(Self.days))
    let date = start?.advanced(byDays: Swift.min(day, Self.days - 1))
    return article("story-\(place)", date)
  }

  private mutating func article(_ id: String, _ date: CalendarDate?) -> ArticleRecord {
    var triples: [Triple] = []
    var offset = 0
    let count = 1 + random.below(5)
    var sentence = 0
    while triples.count < count {
      let text = add(to: &triples, id, sentence: sentence, date, offset: offset)
      offset += text + 1
      sentence += 1
    }
    let title = triples.first?.evidence.text ?? id
    return ArticleRecord(
      article: Article(id: id, title: title, date: date, body: "", publisher: "Herald \(random.below(40))"),
      digest: id, triples: triples)
  }

  /// Adds a sentence with one triple or two; returns its length.
  private mutating func add(
    to triples: inout [Triple], _ id: String, sentence: Int, _ date: CalendarDate?, offset: Int
  ) -> Int {
    let reports = (0..<(random.percent(30) ? 2 : 1)).map { _ in report(date) }
    let lead = reports[0]
    let sides = reports.map { (participant($0.source, spoken: 18), participant($0.target, spoken: 4)) }
    let deed = Deeds.all[lead.type]
    let phrase = deed.phrases[random.below(deed.phrases.count)]
    let topics = (0..<4).map { _ in Deeds.topics[random.below(Deeds.topics.count)] }
    let head = sides[0].0.mention + " " + phrase + " " + sides[0].1.mention
    let text = head + " over " + topics.joined(separator: " ")
    let length = text.unicodeScalars.count
    let verb = offset + sides[0].0.mention.unicodeScalars.count + 1
    let object = verb + phrase.unicodeScalars.count + 1
    for (number, report) in reports.enumerated() {
      let deed = Deeds.all[report.type]
      let (source, target) = sides[number]
      triples.append(
        Triple(
          article: id, sentence: sentence, source: source,
          relation: number == 0 ? phrase : deed.phrases[random.below(deed.phrases.count)], type: deed.type,
          cameo: random.percent(85) ? deed.cameo : nil, intensity: deed.intensity, target: target,
          realis: Realis.allCases[report.realis],
          attributedTo: random.percent(12) ? principals[self.source(&random)].code : nil, date: report.date,
          datePrecision: report.precision, confidence: Double(40 + random.below(60)) / 100,
          evidence: Evidence(
            text: text, sentence: offset..<offset + length, source: offset..<verb - 1, relation: verb..<object - 1,
            target: object..<object + target.mention.unicodeScalars.count)))
    }
    return length
  }

  private mutating func participant(_ number: Int, spoken: Int) -> Participant {
    let principal = principals[number]
    guard random.percent(spoken) else {
      return Participant(actor: principal, principal: principal.code, mention: principal.name)
    }
    let person = persons[number][random.below(2)]
    return Participant(actor: person, principal: principal.code, mention: person.name)
  }

  private mutating func report(_ date: CalendarDate?) -> Report {
    if !recent.isEmpty, random.percent(34) {
      return recent[random.below(recent.count)]
    }
    let from = source(&random)
    var to = random.percent(50) ? source(&random) : (from * 37 + neighbour(&random) * 13 + 1) % principals.count
    if to == from { to = (to + 1) % principals.count }
    var day = date
    var precision = DatePrecision.article
    switch random.below(100) {
    case ..<15: (day, precision) = (date?.advanced(byDays: -1 - random.below(4)), .day)
    case ..<18: (day, precision) = (date.flatMap { CalendarDate(year: $0.year, month: $0.month) }, .month)
    case ..<20: (day, precision) = (date.flatMap { CalendarDate(year: $0.year - random.below(3)) }, .year)
    case ..<22: (day, precision) = (date?.advanced(byDays: 1 + random.below(60)), .day)
    default: break
    }
    let report = Report(
      source: from, target: to, type: type(&random), realis: realis(&random), date: day, precision: precision)
    if recent.count < 120 { recent.append(report) } else { recent[random.below(120)] = report }
    return report
  }
}
