import Vocabulary

/// What makes several triples one event; the principals are those that are shown.
struct EventKey: Hashable {
  var source: String
  var target: String
  var type: EventType
  var realis: Realis
  var date: String?

  /// The number that the event gets unless another event has it already.
  ///
  /// It follows from the key alone, so that every machine gives an event the same number and events of one
  /// day have one order. 53 bits, which JavaScript's numbers hold too. FNV-1a (Fowler, Noll, Vo) with the
  /// finisher of MurmurHash3 (Appleby).
  var number: Int64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ text: String) {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
      hash = (hash ^ 0xff) &* 0x0000_0100_0000_01b3
    }
    mix(source)
    mix(target)
    mix(type.rawValue)
    mix(realis.rawValue)
    mix(date ?? "")
    hash = (hash ^ (hash >> 33)) &* 0xff51_afd7_ed55_8ccd
    hash = (hash ^ (hash >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    hash ^= hash >> 33
    return Int64(hash & ((1 << 53) - 1))
  }
}

/// What an event's row sums up of its triples.
struct EventSummary: Hashable {
  var relation: String
  var cameo: String?
  var intensity: Double
  var confidence: Double
  var reports: Int
  var articles: Int

  /// One report as the summary needs it.
  struct Report {
    var article: String
    var relation: String
    var cameo: String?
    var intensity: Double
    var confidence: Double
  }

  /// Sums up reports, nil where there are none; they come in the order of their articles, which makes the
  /// mean the same to the last bit whatever came first into the graph.
  init?(_ reports: [Report]) {
    guard let first = reports.first else { return nil }
    relation = Self.commonest(reports.map(\.relation)) ?? first.relation
    let phrase = relation
    cameo = Self.commonest(reports.compactMap { $0.relation == phrase ? $0.cameo : nil })
    intensity = reports.reduce(0) { $0 + $1.intensity } / Double(reports.count)
    confidence = reports.reduce(0) { max($0, $1.confidence) }
    self.reports = reports.count
    articles = Set(reports.map(\.article)).count
  }

  /// The text that occurs most often, of equals the first in the alphabet.
  static func commonest(_ texts: [String]) -> String? {
    if texts.count <= 1 { return texts.first }
    var counts: [String: Int] = [:]
    for text in texts { counts[text, default: 0] += 1 }
    return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key
  }
}
