public import Vocabulary
import Foundation

/// By what a list of events or triples is sorted.
public struct RelationOrder: Hashable, Sendable {
  /// What is compared; of equals, the event's number decides.
  public enum Field: String, Hashable, Sendable, CaseIterable {
    /// The date of the event; what has none stands behind all that has one, first where the order is ascending.
    case date
    /// The confidence of the event or triple.
    case confidence
    /// The intensity of the event or triple.
    case intensity
    /// How many triples report the event.
    case reports
  }

  /// What is compared.
  public var field: Field
  /// Whether the least comes first.
  public var isAscending: Bool

  /// The newest event first.
  public static let newest = RelationOrder(.date)

  /// Makes an order.
  public init(_ field: Field, isAscending: Bool = false) {
    self.field = field
    self.isAscending = isAscending
  }
}

/// A place in a list of events or triples, from which the next page goes on; as text it is one opaque word.
public struct EventCursor: Hashable, Sendable, LosslessStringConvertible {
  /// The order of the list; a cursor is good for lists in its order alone.
  public var order: RelationOrder
  /// The date of the last event seen, where the list goes by date.
  public var date: CalendarDate?
  /// Its confidence, intensity or number of reports, where the list goes by these.
  public var value: Double
  /// Its number.
  public var id: Int64
  /// The last triple seen; nil behind all triples of the event.
  public var report: Report?

  /// A triple by its place in the articles.
  public struct Report: Hashable, Sendable {
    /// The article's id.
    public var article: String
    /// The sentence's number.
    public var sentence: Int64
    /// Which triple of the sentence.
    public var number: Int64
  }

  /// The place just behind an event.
  public init(after event: Event, order: RelationOrder = .newest) {
    self.order = order
    date = event.date
    id = event.id
    value =
      switch order.field {
      case .date: 0
      case .confidence: event.confidence
      case .intensity: event.intensity
      case .reports: Double(event.reports)
      }
  }

  init(order: RelationOrder, date: CalendarDate?, value: Double, id: Int64, report: Report?) {
    self.order = order
    self.date = date
    self.value = value
    self.id = id
    self.report = report
  }

  /// Reads the text form.
  public init?(_ text: String) {
    guard let data = Data(base64URL: text) else { return nil }
    let parts = String(decoding: data, as: UTF8.self).split(
      separator: "/", maxSplits: 6, omittingEmptySubsequences: false
    ).map(String.init)
    guard parts.count == 4 || parts.count == 7, let field = RelationOrder.Field(rawValue: String(parts[0].dropFirst())),
      let sign = parts[0].first, "+-".contains(sign), let value = Double(parts[2]), value.isFinite,
      let id = Int64(parts[3])
    else { return nil }
    order = RelationOrder(field, isAscending: sign == "+")
    (self.value, self.id) = (value, id)
    if !parts[1].isEmpty {
      guard let date = CalendarDate(parts[1]) else { return nil }
      self.date = date
    }
    if parts.count == 7 {
      guard let sentence = Int64(parts[4]), let number = Int64(parts[5]) else { return nil }
      report = Report(article: parts[6], sentence: sentence, number: number)
    }
  }

  /// The text form: letters, digits, `-` and `_` only.
  public var description: String {
    var text = (order.isAscending ? "+" : "-") + order.field.rawValue
    text += "/\(date?.description ?? "")/\(value)/\(id)"
    if let report { text += "/\(report.sentence)/\(report.number)/\(report.article)" }
    return Data(text.utf8).base64URL
  }
}

/// A part of a list, and where the next begins.
public struct RelationPage<Element: Sendable>: Sendable {
  /// The events, triples or groups.
  public var items: [Element]
  /// What to give as `after` for the next page; nil where nothing is left.
  public var next: EventCursor?
}

extension Data {
  /// Base64 in the alphabet for names of files and addresses (RFC 4648, section 5), without padding.
  var base64URL: String {
    base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// Reads the same; nil for what is no such text.
  init?(base64URL text: String) {
    let plain = text.replacing("-", with: "+").replacing("_", with: "/")
    self.init(base64Encoded: plain + String(repeating: "=", count: (4 - plain.utf8.count % 4) % 4))
  }
}
