import Vocabulary

/// The events of a load: its reports sorted and gathered, as `IngestSession` does one by one.
struct LoadEvents: Sendable {
  /// A triple whose event is another than the one that its own day tells.
  struct Move: Sendable {
    var triple: Int64
    var event: Int64
    /// What the triple says itself, nil where only the event's number is another.
    var said: StoredEventKey?
  }

  private struct Group: Sendable {
    var id: Int64
    var first: Int32
    var count: Int32
  }

  /// Events in the order of their numbers.
  private var groups: [Group] = []
  private var reports: [LoadReport]
  /// The places of reports, those of an event one behind the other.
  private var order: [Int32] = []
  private(set) var moves: [Move] = []

  /// How many events there are.
  var count: Int { groups.count }

  /// Gathers the reports of a preparer, which has none then. O(n log n).
  init(of preparer: inout LoadPreparer) {
    reports = preparer.takeReports()
    sort()
    gather()
    number(&preparer)
  }

  private struct Place {
    var dyad: UInt64
    var rest: UInt64
    var report: Int32
  }

  private mutating func sort() {
    var places = reports.enumerated().map { place, report in
      Place(
        dyad: report.dyad, rest: UInt64(report.deed) << 32 | UInt64(UInt32(bitPattern: report.day)),
        report: Int32(truncatingIfNeeded: place))
    }
    places.sort { one, other in
      if one.dyad != other.dyad { return one.dyad < other.dyad }
      return one.rest != other.rest ? one.rest < other.rest : one.report < other.report
    }
    order = places.map(\.report)
  }

  /// Gives reports of neighbouring days one day.
  private mutating func gather() {
    var start = 0
    while start < order.count {
      let first = reports[Int(order[start])]
      var end = start + 1
      while end < order.count, case let report = reports[Int(order[end])], report.dyad == first.dyad,
        report.deed == first.deed
      {
        end += 1
      }
      if end - start > 1 { gather(start..<end) }
      start = end
    }
  }

  private mutating func gather(_ range: Range<Int>) {
    // The full days, in order, each with what stands in the database.
    var days: [(number: Int, stored: Int32)] = []
    var hasNeighbours = false
    for place in range {
      let report = reports[Int(order[place])]
      guard report.told != days.last?.stored, let day = Self.day(of: report) else { continue }
      if let last = days.last, last.number == day - 1 { hasNeighbours = true }
      days.append((day, report.told))
    }
    if !hasNeighbours { return }
    let stored = Dictionary(days.map { ($0.number, $0.stored) }) { first, _ in first }
    var exact: Set<Int> = []
    for place in range {
      let report = reports[Int(order[place])]
      if report.precision == Self.exactly, let day = Self.day(of: report) { exact.insert(day) }
    }
    var shown: [Int32: Int32] = [:]
    for run in EventDays.runs(Set(stored.keys)) where run.count > 1 {
      let name = stored[EventDays.name(of: run, exact: exact)]
      for day in run { if let day = stored[day], let name, day != name { shown[day] = name } }
    }
    if shown.isEmpty { return }
    for place in range.map({ Int(order[$0]) }) {
      if Self.day(of: reports[place]) != nil, let day = shown[reports[place].told] { reports[place].day = day }
    }
    order[range].sort { (reports[Int($0)].day, $0) < (reports[Int($1)].day, $1) }
  }

  private static let exactly = UInt8(truncatingIfNeeded: DatePrecision.day.storedNumber)
  private static let ofArticle = UInt8(truncatingIfNeeded: DatePrecision.article.storedNumber)

  /// The full day that a report tells or has of its article.
  private static func day(of report: LoadReport) -> Int? {
    guard report.precision == exactly || report.precision == ofArticle, report.told != 0 else { return nil }
    return EventDays.number(Int64(report.told))
  }

  /// Gives each event its number.
  private mutating func number(_ preparer: inout LoadPreparer) {
    var start = 0
    while start < order.count {
      let first = reports[Int(order[start])]
      var end = start + 1
      while end < order.count, case let report = reports[Int(order[end])], report.dyad == first.dyad,
        report.deed == first.deed, report.day == first.day
      {
        end += 1
      }
      groups.append(
        Group(
          id: first.day == first.told ? first.event : preparer.eventNumber(of: first),
          first: Int32(truncatingIfNeeded: start),
          count: Int32(truncatingIfNeeded: end - start)))
      start = end
    }
    // Of two events with one number the one that came first keeps it, the other gets the next that is free.
    groups.sort { ($0.id, order[Int($0.first)]) < ($1.id, order[Int($1.first)]) }
    var pushed: [Int] = []
    for place in groups.indices.dropFirst() where groups[place].id <= groups[place - 1].id {
      groups[place].id = groups[place - 1].id + 1
      pushed.append(place)
    }
    for place in pushed { noteMoves(of: groups[place], isPushed: true) }
    for group in groups { noteMoves(of: group, isPushed: false) }
    moves.sort { $0.triple < $1.triple }
  }

  private mutating func noteMoves(of group: Group, isPushed: Bool) {
    for place in Int(group.first)..<Int(group.first + group.count) {
      let report = reports[Int(order[place])]
      let isShown = report.day != report.told
      guard isPushed != isShown else { continue }
      moves.append(
        Move(triple: report.triple, event: group.id, said: isShown ? Self.key(of: report, day: report.told) : nil))
    }
  }

  private static func key(of report: LoadReport, day: Int32) -> StoredEventKey {
    StoredEventKey(
      source: Int64(report.source), target: Int64(report.target), type: Int64(report.type),
      realis: Int64(report.realis), day: day == 0 ? nil : Int64(day))
  }

  /// The rows of some events, by place in the order of their numbers.
  ///
  /// - Parameter chains: the chain of each article that is not alone in its own.
  func rows(_ range: Range<Int>, _ preparer: LoadPreparer, chains: [Int64: Int64]) -> [EventRow] {
    range.compactMap { place in
      let group = groups[place]
      if group.count == 1 { return row(group.id, of: reports[Int(order[Int(group.first)])], preparer) }
      let places = Int(group.first)..<Int(group.first + group.count)
      let first = reports[Int(order[places.lowerBound])]
      let list = places.map { summaryReport(reports[Int(order[$0])], preparer, chains) }
      guard let summary = EventSummary(list) else { return nil }
      let phrase = places.first { preparer.phrases[reports[Int(order[$0])].phrase] == summary.relation }
      return EventRow(
        id: group.id, key: Self.key(of: first, day: first.day), summary,
        phrase: Int64(phrase.map { reports[Int(order[$0])].phrase } ?? first.phrase))
    }
  }

  /// The event of a single report, which most are: the same as of its `EventSummary`.
  private func row(_ id: Int64, of report: LoadReport, _ preparer: LoadPreparer) -> EventRow {
    let article = preparer.articles[Int(report.article) - 1]
    let day = article.day == 0 ? nil : Int64(article.day)
    let isOtherPeriod = report.told % 100 != 0 && report.precision != Self.exactly && report.precision != Self.ofArticle
    return EventRow(
      id: id, key: Self.key(of: report, day: report.day), phrase: Int64(report.phrase),
      cameo: report.cameo < 0 ? nil : StoredCAMEO(preparer.cameos[report.cameo]), intensity: report.intensity,
      confidence: max(0, report.confidence), reports: 1, articles: 1, first: day, last: day,
      days: isOtherPeriod ? 0 : nil)
  }

  private func summaryReport(
    _ report: LoadReport, _ preparer: LoadPreparer, _ chains: [Int64: Int64]
  ) -> EventSummary.Report {
    let article = preparer.articles[Int(report.article) - 1]
    return EventSummary.Report(
      told: report.told == 0 ? nil : Int64(report.told),
      precision: report.precision == LoadReport.none ? nil : Int64(report.precision), article: article.id, sentence: 0,
      number: report.triple, chain: chains[Int64(report.article)] ?? Int64(report.article),
      day: article.day == 0 ? nil : Int64(article.day), relation: preparer.phrases[report.phrase],
      cameo: report.cameo < 0 ? nil : preparer.cameos[report.cameo], intensity: report.intensity,
      confidence: report.confidence)
  }
}
