public import Vocabulary

/// What the ontology says of types and CAMEO codes, from data/relations/types.tsv and cameo.tsv.
public struct Ontology: Sendable {
  private let typeIntensity: [EventType: Double]
  private let codeIntensity: [String: Double]
  private let codeType: [String: EventType]

  /// Reads both tables.
  /// - Throws: `DataError` for an unknown or missing type, a quad class that contradicts the type, a bad number.
  public init(_ data: DataFolder) throws(DataError) {
    var types: [EventType: Double] = [:]
    let table = try data.table("relations/types.tsv", columns: ["type", "quad", "root", "intensity", "gloss"])
    for row in table.rows {
      guard let type = EventType(rawValue: row["type"]) else { throw row.error("'\(row["type"])' is no type") }
      guard row["quad"] == type.quad.rawValue else { throw row.error("\(type.rawValue) is \(type.quad.rawValue)") }
      types[type] = try Self.intensity(row)
    }
    for type in EventType.allCases where types[type] == nil {
      throw DataError(file: table.file, line: 0, message: "type \(type.rawValue) is missing")
    }
    var codes: [String: Double] = [:]
    var codeType: [String: EventType] = [:]
    for row in try data.table("relations/cameo.tsv", columns: ["code", "intensity", "type", "label"]).rows {
      guard row["type"] == "-" || EventType(rawValue: row["type"]) != nil else {
        throw row.error("'\(row["type"])' is no type")
      }
      guard codes.updateValue(try Self.intensity(row), forKey: row["code"]) == nil else {
        throw row.error("code \(row["code"]) stands here a second time")
      }
      codeType[row["code"]] = EventType(rawValue: row["type"])
    }
    typeIntensity = types
    codeIntensity = codes
    self.codeType = codeType
  }

  /// Makes an ontology of codes alone, each with its type; nil for one that makes no triple.
  init(codes: [String: EventType?]) {
    typeIntensity = [:]
    codeIntensity = codes.mapValues { _ in 0 }
    codeType = codes.compactMapValues { $0 }
  }

  /// Goldstein's scale, -10 to +10: of the code where it is known, else of the type.
  public func intensity(of type: EventType, cameo: String?) -> Double {
    cameo.flatMap { codeIntensity[$0] } ?? typeIntensity[type] ?? 0
  }

  /// Whether this is a CAMEO code.
  func has(code: String) -> Bool { codeIntensity[code] != nil }

  /// The type of a code; nil where it makes no triple.
  func type(ofCode code: String) -> EventType? { codeType[code] }

  private static func intensity(_ row: DataTable.Row) throws(DataError) -> Double {
    guard let value = Double(row["intensity"]), (-10...10).contains(value) else {
      throw row.error("'\(row["intensity"])' is no intensity from -10 to 10")
    }
    return value
  }
}
