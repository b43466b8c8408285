import Vocabulary

/// Reads the lines of a table of frames.
struct FrameReader {
  let ontology: Ontology
  let classes: [String: [String]]

  /// The frames of a table by lemma, each lemma's in the order of the table.
  func frames(_ table: DataTable, _ kind: FrameKind) throws(DataError) -> [String: [Frame]] {
    var frames: [String: [Frame]] = [:]
    for row in table.rows {
      let frame = try frame(row, kind)
      frames[frame.lemma, default: []].append(frame)
    }
    return frames
  }

  /// The frame of one line.
  func frame(_ row: DataTable.Row, _ kind: FrameKind) throws(DataError) -> Frame {
    let lemma = row[kind.lemmaColumn]
    guard !lemma.isEmpty else { throw row.error("the \(kind.lemmaColumn) is empty") }
    return Frame(
      lemma: lemma, object: try object(row), source: row.list("source").map(Slot.init),
      target: row.list(kind.targetColumn).map(Slot.init), type: try type(row), cameo: try code(row),
      complements: try complements(row), flags: try flags(row), place: Self.place(row),
      isOwn: !row.place.hasPrefix(Self.folder))
  }

  /// "verbs.tsv:120" for the project's own tables, the whole path for others.
  private static func place(_ row: DataTable.Row) -> String {
    row.place.hasPrefix(folder) ? String(row.place.dropFirst(folder.count)) : row.place
  }

  private static let folder = "data/relations/"

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
