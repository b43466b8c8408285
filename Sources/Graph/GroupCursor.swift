import Foundation
import Vocabulary

/// A place in a list of groups; as text it is one opaque word.
public struct GroupCursor: Hashable, Sendable, LosslessStringConvertible {
  /// The order of the list; a cursor is good for lists of this order alone.
  let order: GroupRequest.Order
  let isAscending: Bool
  let key: GroupSortKey

  init(order: GroupRequest.Order, isAscending: Bool, key: GroupSortKey) {
    self.order = order
    self.isAscending = isAscending
    self.key = key
  }

  /// Reads the text form.
  public init?(_ text: String) {
    guard let data = Data(base64URL: text) else { return nil }
    let parts = String(decoding: data, as: UTF8.self).split(
      separator: "\u{1F}", omittingEmptySubsequences: false
    ).map(String.init)
    guard parts.count >= 4, parts[0] == "+g" || parts[0] == "-g",
      let order = GroupRequest.Order(rawValue: parts[1]), let value = Double(parts[2]), !value.isNaN
    else { return nil }
    self.init(
      order: order, isAscending: parts[0] == "+g", key: GroupSortKey(value: value, texts: Array(parts.dropFirst(3))))
  }

  /// The text form: letters, digits, `-` and `_` only.
  public var description: String {
    let parts = [isAscending ? "+g" : "-g", order.rawValue, "\(key.value)"] + key.texts
    return Data(parts.joined(separator: "\u{1F}").utf8).base64URL
  }
}

/// By what groups are sorted: a number, then the keys' texts.
struct GroupSortKey: Hashable, Sendable {
  var value: Double
  var texts: [String]

  init(value: Double, texts: [String]) {
    self.value = value
    self.texts = texts
  }

  init(_ group: RelationGroup, order: GroupRequest.Order) {
    texts = group.keys.map(\.text)
    switch order {
    case .events: value = Double(group.totals.events)
    case .reports: value = Double(group.totals.reports)
    case .intensity: value = group.totals.intensity ?? 0
    case .confidence: value = group.totals.confidence
    case .date:
      let period = group.keys.lazy.compactMap { key -> TimePeriod?? in
        if case .period(let period) = key { return .some(period) }
        return nil
      }.first
      // A group without its time stands last, or first in descending order.
      let date = period.map { $0?.first } ?? group.totals.last
      value = date.map { Double($0.earliest) } ?? .infinity
    }
  }

  /// Whether this one comes before the other.
  func precedes(_ other: GroupSortKey, isAscending: Bool) -> Bool {
    if value != other.value { return isAscending ? value < other.value : value > other.value }
    // Codes in the order of their bytes, whatever the locale.
    for (left, right) in zip(texts, other.texts) where left != right {
      return left.utf8.lexicographicallyPrecedes(right.utf8)
    }
    return texts.count < other.texts.count
  }
}
