public import Vocabulary

/// All frames and word lists of data/relations, by lemma.
public struct FrameBook: Sendable {
  /// Types and codes.
  public let ontology: Ontology
  let verbs: [String: [Frame]]
  let nouns: [String: [Frame]]
  let adjectives: [String: [Frame]]
  private let switchedOff: [FrameKind: Set<String>]
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
  /// - Parameters:
  ///   - data: The folder of the project's knowledge.
  ///   - dictionaries: The user's own frames, the later before the earlier and all before the project's.
  /// - Throws: `DataError` with file and line for anything that does not fit.
  public init(_ data: DataFolder, dictionaries: [FrameDictionary] = []) throws(DataError) {
    ontology = try Ontology(data)
    let classes = try Self.classes(data)
    forces = Set(Self.forceClasses.flatMap { classes[$0] ?? [] })
    let prepositions = try data.table("relations/prepositions.tsv", columns: ["preposition"]).rows
      .map { $0["preposition"] }
    var tables = FrameTables(reader: FrameReader(ontology: ontology, classes: classes), prepositions: Set(prepositions))
    for kind in FrameKind.allCases { try tables.load(kind, from: data) }
    for dictionary in dictionaries { try tables.add(dictionary) }
    verbs = tables[.verb]
    nouns = tables[.noun]
    adjectives = tables[.adjective]
    switchedOff = tables.switchedOff
    evaluating = Set(try data.table("relations/evaluating.tsv", columns: ["verb"]).rows.map { $0["verb"] })
    judgements = try Self.judgements(data)
    supporting = Set(try data.table("relations/supporting.tsv", columns: ["verb"]).rows.map { $0["verb"] })
    times = try TimeWords(data)
  }

  /// Whether a user has switched this lemma off. A verb with a particle and without rows follows the plain verb.
  func isSwitchedOff(_ lemma: String, _ kind: FrameKind) -> Bool {
    guard let off = switchedOff[kind] else { return false }
    if off.contains(lemma) { return true }
    guard kind == .verb, verbs[lemma] == nil, let plain = lemma.split(separator: "_").first else { return false }
    return off.contains(String(plain))
  }

  /// The classes of nouns that are forces.
  static let forceClasses = ["troops", "arms", "plane", "vessel"]

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
