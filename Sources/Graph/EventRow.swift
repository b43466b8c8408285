/// An event as the database has it.
struct EventRow: Sendable {
  var id: Int64
  var key: StoredEventKey
  var phrase: Int64
  var cameo: StoredCAMEO?
  var intensity: Double
  var confidence: Double
  var reports: Int
  var articles: Int
  var first: Int64?, last: Int64?
  var days: Int64?
}

extension EventRow {
  /// Makes the row of a summary, whose phrase has this number.
  init(id: Int64, key: StoredEventKey, _ summary: EventSummary, phrase: Int64) {
    self.init(
      id: id, key: key, phrase: phrase, cameo: summary.cameo.map { StoredCAMEO($0) }, intensity: summary.intensity,
      confidence: summary.confidence, reports: summary.reports, articles: summary.articles, first: summary.first,
      last: summary.last, days: summary.days.stored(date: key.day))
  }
}
