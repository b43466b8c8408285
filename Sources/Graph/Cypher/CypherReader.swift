import Foundation
import GRDB
import Vocabulary

/// Makes values of what SQLite gave, by the types that the compiler knows.
struct CypherReader {
  /// The value of a column.
  static func value(_ value: DatabaseValue, _ type: CypherType) throws -> CypherValue {
    if value.isNull { return .null }
    switch type {
    case .list, .map, .node, .relationship, .path:
      guard let text = String.fromDatabaseValue(value) else { throw broken(type) }
      return try read(try JSONSerialization.jsonObject(with: Data(text.utf8), options: .fragmentsAllowed), type)
    default: break
    }
    switch value.storage {
    case .int64(let number):
      if type == .boolean { return .boolean(number != 0) }
      return type == .double ? .double(Double(number)) : .integer(number)
    case .double(let number): return .double(number)
    case .string(let text): return .string(text)
    default: throw broken(type)
    }
  }

  private static func broken(_ type: CypherType) -> DatabaseError {
    DatabaseError(resultCode: .SQLITE_CORRUPT, message: "unexpected value for \(type.name)")
  }

  private static func read(_ object: Any, _ type: CypherType) throws -> CypherValue {
    if object is NSNull { return .null }
    switch type {
    case .list(let element):
      guard let list = object as? [Any] else { throw broken(type) }
      return .list(try list.map { try read($0, element) })
    case .map(let fields):
      guard let members = object as? [String: Any] else { throw broken(type) }
      return .map(
        try fields.enumerated().map { index, field in
          CypherEntry(key: field.name, value: try members["m\(index)"].map { try read($0, field.type) } ?? .null)
        })
    case .node: return .node(try node(object))
    case .relationship: return .relationship(try relationship(object))
    case .path:
      guard let parts = object as? [Any], parts.count == 2, let nodes = parts[0] as? [Any],
        let relationships = parts[1] as? [Any]
      else { throw broken(type) }
      return .path(CypherPath(nodes: try nodes.map(node), relationships: try relationships.map(relationship)))
    default: break
    }
    if let text = object as? String { return .string(text) }
    guard let number = object as? NSNumber else { throw broken(type) }
    switch type {
    case .boolean: return .boolean(number.intValue != 0)
    case .double: return .double(number.doubleValue)
    default: return .integer(number.int64Value)
    }
  }

  private static func node(_ object: Any) throws -> Actor {
    guard let parts = object as? [Any], parts.count == 3, let code = parts[0] as? String,
      let name = parts[1] as? String,
      let kind = (parts[2] as? String).flatMap(ActorKind.init(rawValue:))
    else { throw broken(.node) }
    return Actor(code: code, name: name, kind: kind)
  }

  private static func relationship(_ object: Any) throws -> CypherRelationship {
    guard let parts = object as? [Any], parts.count == 12, let id = parts[0] as? NSNumber,
      let source = parts[1] as? String, let target = parts[2] as? String,
      let type = (parts[3] as? NSNumber).flatMap({ EventType(storedNumber: $0.int64Value) }),
      let realis = (parts[4] as? NSNumber).flatMap({ Realis(storedNumber: $0.int64Value) }),
      let relation = parts[6] as? String,
      let intensity = parts[8] as? NSNumber, let confidence = parts[9] as? NSNumber,
      let reports = parts[10] as? NSNumber, let articles = parts[11] as? NSNumber
    else { throw broken(.relationship) }
    return CypherRelationship(
      id: id.int64Value, source: source, target: target, type: type, realis: realis,
      date: (parts[5] as? String).flatMap { CalendarDate($0) }, relation: relation, cameo: parts[7] as? String,
      intensity: intensity.doubleValue, confidence: confidence.doubleValue, reports: reports.intValue,
      articles: articles.intValue)
  }
}

extension CypherValue {
  /// What SQLite binds; lists and maps are JSON, maps by the places of their keys.
  var databaseValue: DatabaseValue {
    switch self {
    case .null, .node, .relationship, .path: .null
    case .boolean(let flag): (flag ? 1 : 0).databaseValue
    case .integer(let number): number.databaseValue
    case .double(let number): number.databaseValue
    case .string(let text): text.storable.databaseValue
    case .list, .map: json.databaseValue
    }
  }

  private var json: String {
    switch self {
    case .null, .node, .relationship, .path: "null"
    case .boolean(let flag): flag ? "1" : "0"
    case .integer(let number): "\(number)"
    case .double(let number): number.isFinite ? "\(number)" : "null"
    case .string(let text): Self.quoted(text)
    case .list(let values): "[" + values.map(\.json).joined(separator: ",") + "]"
    case .map(let entries):
      "{" + entries.enumerated().map { "\"m\($0.offset)\":\($0.element.value.json)" }.joined(separator: ",") + "}"
    }
  }

  /// As SQLite writes it, so that equal lists are equal texts.
  private static func quoted(_ text: String) -> String {
    var result = "\""
    for scalar in text.storable.unicodeScalars {
      switch scalar {
      case "\"", "\\": result += "\\\(scalar)"
      case "\u{8}": result += "\\b"
      case "\t": result += "\\t"
      case "\n": result += "\\n"
      case "\u{C}": result += "\\f"
      case "\r": result += "\\r"
      case "\u{0}"..."\u{1F}":
        let digits = String(scalar.value, radix: 16)
        result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result + "\""
  }
}
