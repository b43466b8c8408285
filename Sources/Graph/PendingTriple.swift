import Vocabulary

/// A triple on its way into the database, whose event is not known yet.
struct PendingTriple {
  /// The number of its row.
  var id: Int64
  /// Whether the row exists, and has to be moved to another event only.
  var isStored: Bool
  /// Numbers of the article and of the triple's place in it.
  var article: Int64
  var relation: Int64
  var type: Int64, realis: Int64, day: Int64?
  /// The day of its event, where that is another than its own.
  var shownDay: Int64?
  var datePrecision: Int64?
  var sourceMention: Int64, targetMention: Int64
  /// Where the words stand, from the sentence's start.
  var source: Range<Int>, verb: Range<Int>, target: Range<Int>
  /// The actors that the article named.
  var raw: Parties
  /// The actors that are shown.
  var shown: Parties
  /// What its event sums up of it.
  var report: EventSummary.Report

  /// Whether its event does not tell all that the article said.
  var isOther: Bool { shown != raw || shownDay != nil }

  /// Whether it is between two actors that are one, so that it has no event.
  var isInside: Bool { shown.isInside(raw: raw) }

  /// What makes it one event with others.
  var key: StoredEventKey {
    StoredEventKey(source: shown.source, target: shown.target, type: type, realis: realis, day: shownDay ?? day)
  }
}

extension Range<Int> {
  /// The range seen from another start.
  func from(_ start: Int) -> Range<Int> { lowerBound - start..<upperBound - start }
}
