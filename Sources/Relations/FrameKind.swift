import Vocabulary

/// The three tables of frames.
enum FrameKind: String, CaseIterable, Sendable {
  /// Verbs: verbs.tsv.
  case verb
  /// Nouns: nouns.tsv.
  case noun
  /// Adjectives: adjectives.tsv.
  case adjective

  /// The column that holds the word.
  var lemmaColumn: String { rawValue }

  /// The project's table, below data/relations.
  var file: String { rawValue + "s.tsv" }

  /// The columns of the table.
  var columns: [String] {
    [lemmaColumn] + parts + ["type", "cameo"] + (self == .noun ? ["flags"] : ["complement", "flags"])
  }

  /// The columns that say where a frame's parts stand.
  private var parts: [String] {
    switch self {
    case .verb: ["object", "target"]
    case .noun: ["source", "target"]
    case .adjective: ["prep"]
    }
  }

  /// The column that says where the target stands.
  var targetColumn: String { self == .adjective ? "prep" : "target" }

  /// The columns that hold slots.
  var slotColumns: [String] { self == .noun ? ["source", "target"] : [targetColumn] }

  /// The slots besides prepositions.
  var slots: [String] {
    switch self {
    case .verb: ["obj", "owner", "iobj", "clause"]
    case .noun: ["poss"]
    case .adjective: []
    }
  }

  /// The flags that mean something in the table.
  var flags: FrameFlags {
    switch self {
    case .verb:
      [
        .symmetric, .converse, .planned, .possible, .negate, .refuse, .bound, .reverse, .forces, .envoy,
        .body,
      ]
    case .noun: [.symmetric, .converse, .between, .role]
    case .adjective: [.symmetric, .converse]
    }
  }
}
