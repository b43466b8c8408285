import Vocabulary

/// What makes several triples one event; the principals are those that are shown.
struct EventKey: Hashable {
  var source: String
  var target: String
  var type: EventType
  var realis: Realis
  var date: String?

  static let mask: UInt64 = (1 << 47) - 1

  /// The number that the event gets unless another event has it already.
  ///
  /// It follows from the key alone, so that every machine gives an event the same number and events of one
  /// day have one order. 47 bits, which SQLite keeps in six bytes, eight times an event; that two
  /// events of a graph of a million have one number happens once in 280 graphs. FNV-1a (Fowler, Noll, Vo) with the
  /// finisher of MurmurHash3 (Appleby).
  var number: Int64 { Self.number(source: source, target: target, type: type, realis: realis, date: date ?? "") }

  /// The same without a key; an empty date is none.
  static func number(source: String, target: String, type: EventType, realis: Realis, date: String) -> Int64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    func mix(_ text: String) {
      for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
      hash = (hash ^ 0xff) &* 0x0000_0100_0000_01b3
    }
    mix(source)
    mix(target)
    mix(type.rawValue)
    mix(realis.rawValue)
    mix(date)
    hash = (hash ^ (hash >> 33)) &* 0xff51_afd7_ed55_8ccd
    hash = (hash ^ (hash >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    hash ^= hash >> 33
    return Int64(hash & mask)
  }
}

/// The same key as the database has it.
struct StoredEventKey: Hashable {
  /// Actors' numbers.
  var source: Int64, target: Int64
  /// The numbers of type and realis.
  var type: Int64, realis: Int64
  /// The day's number, nil where there is no date.
  var day: Int64?
}

/// The ISO texts of days, which most events of a batch share.
struct DateTexts {
  private var texts: [Int64: String] = [:]

  /// The text of a day's number, empty where the calendar has no such day.
  mutating func text(_ day: Int64) -> String {
    if let known = texts[day] { return known }
    let text = CalendarDate(storedDay: day)?.description ?? ""
    texts[day] = text
    return text
  }
}
