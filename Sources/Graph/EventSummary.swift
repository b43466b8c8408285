/// What an event's row sums up of its triples.
struct EventSummary: Hashable {
  /// The commonest phrase, of equals the first in the alphabet.
  var relation: String
  /// The commonest CAMEO code of the reports with that phrase.
  var cameo: String?
  /// Mean of the reports.
  var intensity: Double
  /// Best of the reports.
  var confidence: Double
  /// How many reports there are.
  var reports: Int
  /// How many independent articles report it: near-duplicates count once.
  var articles: Int
  /// The days of the first and the last article with a date.
  var first: Int64?, last: Int64?
  /// The days that its reports tell.
  var days: EventDays

  /// One report as the summary needs it.
  struct Report: Hashable {
    /// The day that the report tells, and how exactly, as the database has it.
    var told: Int64?
    var precision: Int64?
    /// The article's id, and the sentence and number of the triple in it: the order of reports.
    var article: String
    var sentence: Int64
    var number: Int64
    /// The number of the article's report chain.
    var chain: Int64
    /// The article's day.
    var day: Int64?
    var relation: String
    var cameo: String?
    var intensity: Double
    var confidence: Double
  }

  /// Sums up one report.
  init(_ report: Report) {
    (relation, cameo) = (report.relation, report.cameo)
    (intensity, confidence) = (report.intensity, max(0, report.confidence))
    (reports, articles) = (1, 1)
    (first, last) = (report.day, report.day)
    days = EventDays([report])
  }

  /// Sums up reports, nil where there are none.
  ///
  /// They are taken in the order of their articles, which makes the mean the same to the last bit whatever came first
  /// into the graph. O(n log n).
  init?(_ list: [Report]) {
    guard let one = list.first else { return nil }
    self.init(one)
    if list.count == 1 { return }
    let list = list.sorted { ($0.article, $0.sentence, $0.number) < ($1.article, $1.sentence, $1.number) }
    let phrase = Self.commonest(list.map(\.relation)) ?? one.relation
    relation = phrase
    cameo = Self.commonest(list.compactMap { $0.relation == phrase ? $0.cameo : nil })
    intensity = list.reduce(0) { $0 + $1.intensity } / Double(list.count)
    confidence = list.reduce(0) { max($0, $1.confidence) }
    reports = list.count
    articles = Set(list.map(\.chain)).count
    first = list.compactMap(\.day).min()
    last = list.compactMap(\.day).max()
    days = EventDays(list)
  }

  /// The text that occurs most often, of equals the first in the alphabet.
  static func commonest(_ texts: [String]) -> String? {
    guard let one = texts.first, texts.contains(where: { $0 != one }) else { return texts.first }
    var counts: [String: Int] = [:]
    for text in texts { counts[text, default: 0] += 1 }
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }
}
