public import Vocabulary

/// All frames and word lists of data/relations, by lemma.
public struct FrameBook: Sendable {
  /// Types and codes.
  public let ontology: Ontology
  let verbs: [String: [Frame]]
  let nouns: [String: [Frame]]
  let adjectives: [String: [Frame]]
  /// Verbs that only carry out what their object names: "hold", "launch".
  let supporting: Set<String>
  /// Verbs that say of their object what stands behind "as".
  let evaluating: Set<String>
  /// Words that praise or blame.
  let judgements: [String: Judgement]
  /// Nouns for troops, arms and vehicles of war.
  let forces: Set<String>
  /// Words that tell times.
  let times: TimeWords
  /// How many frames there are.
  public var count: Int { [verbs, nouns, adjectives].map { $0.values.map(\.count).reduce(0, +) }.reduce(0, +) }

  /// Loads the tables of data/relations.
  /// - Throws: `DataError` with file and line for anything that does not fit.
  public init(_ data: DataFolder) throws(DataError) {
    ontology = try Ontology(data)
    let classes = try Self.classes(data)
    forces = Set(["troops", "arms", "plane", "vessel"].flatMap { classes[$0] ?? [] })
    let reader = FrameReader(ontology: ontology, classes: classes)
    verbs = try reader.frames(
      data.table(
        "relations/verbs.tsv", columns: ["verb", "object", "target", "type", "cameo", "complement", "flags"]),
      lemma: "verb")
    nouns = try reader.frames(
      data.table("relations/nouns.tsv", columns: ["noun", "source", "target", "type", "cameo", "flags"]), lemma: "noun")
    adjectives = try reader.frames(
      data.table("relations/adjectives.tsv", columns: ["adjective", "prep", "type", "cameo", "flags", "complement"]),
      lemma: "adjective")
    evaluating = Set(try data.table("relations/evaluating.tsv", columns: ["verb"]).rows.map { $0["verb"] })
    judgements = try Self.judgements(data)
    supporting = Set(try data.table("relations/supporting.tsv", columns: ["verb"]).rows.map { $0["verb"] })
    times = try TimeWords(data)
  }

  private static func judgements(_ data: DataFolder) throws(DataError) -> [String: Judgement] {
    var judgements: [String: Judgement] = [:]
    for row in try data.table("relations/judgements.tsv", columns: ["word", "judgement"]).rows {
      guard let judgement = Judgement(rawValue: row["judgement"]) else {
        throw row.error("'\(row["judgement"])' must be positive or negative")
      }
      guard judgements.updateValue(judgement, forKey: row["word"]) == nil else {
        throw row.error("'\(row["word"])' stands here a second time")
      }
    }
    return judgements
  }

  private static func classes(_ data: DataFolder) throws(DataError) -> [String: [String]] {
    var classes: [String: [String]] = [:]
    for row in try data.table("relations/classes.tsv", columns: ["class", "nouns"]).rows {
      guard classes.updateValue(row.list("nouns"), forKey: row["class"]) == nil else {
        throw row.error("class '\(row["class"])' stands here a second time")
      }
    }
    return classes
  }
}

/// Whether a word praises or blames.
enum Judgement: String, Sendable {
  case positive, negative
}

/// Reads the lines of a table of frames.
struct FrameReader {
  let ontology: Ontology
  let classes: [String: [String]]

  func frames(_ table: DataTable, lemma column: String) throws(DataError) -> [String: [Frame]] {
    let file = table.file.split(separator: "/").last.map(String.init) ?? table.file
    var frames: [String: [Frame]] = [:]
    for row in table.rows {
      let lemma = row[column]
      guard !lemma.isEmpty else { throw row.error("the \(column) is empty") }
      frames[lemma, default: []].append(
        Frame(
          lemma: lemma, object: try object(row), source: row.list("source").map(Slot.init),
          target: row.list(column == "adjective" ? "prep" : "target").map(Slot.init), type: try type(row),
          cameo: try code(row), complements: try complements(row), flags: try flags(row),
          place: "\(file):\(row.line)"))
    }
    return frames
  }

  private func object(_ row: DataTable.Row) throws(DataError) -> Frame.ObjectCondition {
    if row["object"].isEmpty { return .any }
    if row["object"] == "-" { return .none }
    var nouns: Set<String> = []
    var phrases: [String: Set<String>] = [:]
    for item in row.list("object") {
      let parts = item.split(separator: ":", maxSplits: 1).map(String.init)
      let members = try members(of: parts.last ?? item, row)
      if parts.count == 2 { phrases[parts[0], default: []].formUnion(members) } else { nouns.formUnion(members) }
    }
    guard phrases.isEmpty || nouns.isEmpty else {
      throw row.error("objects with and without a preposition stand in one cell; give each a line")
    }
    return phrases.isEmpty ? .nouns(nouns) : .phrase(phrases)
  }

  private func members(of item: String, _ row: DataTable.Row) throws(DataError) -> [String] {
    guard item.hasPrefix("@") else { return [item] }
    guard let members = classes[String(item.dropFirst())] else { throw row.error("there is no class \(item)") }
    return members
  }

  private func type(_ row: DataTable.Row) throws(DataError) -> EventType? {
    if row["type"] == "-" { return nil }
    guard let type = EventType(rawValue: row["type"]) else { throw row.error("'\(row["type"])' is no type") }
    return type
  }

  private func code(_ row: DataTable.Row) throws(DataError) -> String? {
    let code = row["cameo"]
    if code.isEmpty { return nil }
    guard ontology.has(code: code) else { throw row.error("'\(code)' is not in cameo.tsv") }
    return code
  }

  private func complements(_ row: DataTable.Row) throws(DataError) -> [Complement] {
    var found: [Complement] = []
    for text in row.list("complement") {
      guard let complement = Complement(text) else { throw row.error("'\(text)' is no complement") }
      found.append(complement)
    }
    return found
  }

  private func flags(_ row: DataTable.Row) throws(DataError) -> FrameFlags {
    var flags: FrameFlags = []
    for text in row.list("flags") {
      guard let flag = FrameFlags.named[text] else { throw row.error("'\(text)' is no flag") }
      flags.insert(flag)
    }
    return flags
  }
}
