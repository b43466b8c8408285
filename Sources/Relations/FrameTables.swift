import Vocabulary

/// All frames by kind and lemma, while they are loaded.
struct FrameTables {
  private let reader: FrameReader
  private let check: FrameCheck
  private var frames: [FrameKind: [String: [Frame]]] = [:]
  /// The lemmas that a user has switched off: of them nothing holds but the user's own rows.
  private(set) var switchedOff: [FrameKind: Set<String>] = [:]

  init(reader: FrameReader, prepositions: Set<String>) {
    self.reader = reader
    check = FrameCheck(ontology: reader.ontology, prepositions: prepositions)
  }

  /// The frames of a kind, by lemma.
  subscript(kind: FrameKind) -> [String: [Frame]] { frames[kind] ?? [:] }

  /// Reads the project's table of this kind.
  mutating func load(_ kind: FrameKind, from data: DataFolder) throws(DataError) {
    frames[kind] = try reader.frames(data.table("relations/" + kind.file, columns: kind.columns), kind)
  }

  /// Puts a user's rows before those that are there. A row that switches a lemma off takes the place of those.
  mutating func add(_ dictionary: FrameDictionary) throws(DataError) {
    let (kind, table) = try dictionary.table()
    var own: [String: [Frame]] = [:]
    var ends: [String: Int] = [:]
    for row in table.rows {
      let frame = try reader.frame(row, kind)
      if let problem = check.problems(frame, row, kind).first { throw row.error(problem) }
      if let line = ends[frame.lemma] {
        throw row.error("'\(frame.lemma)' is switched off in line \(line); put this line before it")
      }
      if frame.switchesOff {
        ends[frame.lemma] = row.line
        own[frame.lemma, default: []] += []
      } else {
        own[frame.lemma, default: []].append(frame)
      }
    }
    switchedOff[kind, default: []].formUnion(ends.keys)
    for (lemma, rows) in own {
      // A lemma that is off keeps an entry: a verb with a particle would else follow the plain verb.
      frames[kind, default: [:]][lemma] = rows + (ends[lemma] == nil ? self[kind][lemma] ?? [] : [])
    }
  }
}

extension Frame {
  /// Whether it says that the lemma makes no triple and governs nothing, whatever stands with it.
  var switchesOff: Bool {
    guard type == nil, complements.isEmpty, case .any = object else { return false }
    return true
  }
}
