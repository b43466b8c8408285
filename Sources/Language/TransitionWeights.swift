/// The scorer that parser and recognizer share in form: a state's few tokens add up, and a linear layer scores actions.
struct TransitionWeights: Sendable {
  static let hidden = 64
  /// Two pieces of 64 each.
  static let summed = 128
  static let inputs = MaxoutLayer.width

  /// How many tokens a state shows.
  let slots: Int
  let actions: Int
  /// 64 × 96 and 64: from a token's vector to the scorer's.
  let input: [Float]
  let inputBias: [Float]
  /// (slots · 128) × 64: what a token adds in each slot, row slot · 128 + piece · 64 + output.
  let affine: [Float]
  /// 128.
  let affineBias: [Float]
  /// slots × 128: what an empty slot adds.
  let empty: [Float]
  /// actions × 64 and actions.
  let upper: [Float]
  let upperBias: [Float]

  /// Reads the scorer's nodes 2, 3 and 6.
  init(_ file: ThincFile, slots: Int, actions: Int) throws(LanguageError) {
    let hidden = Self.hidden
    self.slots = slots
    self.actions = actions
    input = try file.tensor(6, "linear", "W", [hidden, Self.inputs]).values
    inputBias = try file.tensor(6, "linear", "b", [hidden]).values
    upper = try file.tensor(3, "linear", "W", [actions, hidden]).values
    upperBias = try file.tensor(3, "linear", "b", [actions]).values
    let raw = try file.tensor(2, "precomputable_affine", "W", [slots, hidden, 2, hidden]).values
    let bias = try file.tensor(2, "precomputable_affine", "b", [hidden, 2]).values
    let pad = try file.tensor(2, "precomputable_affine", "pad", [1, slots, hidden, 2]).values
    var affine: [Float] = []
    affine.reserveCapacity(raw.count)
    var empty: [Float] = []
    for slot in 0..<slots {
      for piece in 0..<2 {
        for output in 0..<hidden {
          let row = (slot * hidden + output) * 2 + piece
          affine += raw[(row * hidden)..<((row + 1) * hidden)]
          empty.append(pad[row])
        }
      }
    }
    self.affine = affine
    self.empty = empty
    var affineBias: [Float] = []
    for piece in 0..<2 { for output in 0..<hidden { affineBias.append(bias[output * 2 + piece]) } }
    self.affineBias = affineBias
  }
}

/// Reads the list of actions in a file "moves".
enum Moves {
  /// The labels of each kind of action: kinds ascending, labels by frequency and then name, both descending.
  static func read(_ file: MessageFile) throws(LanguageError) -> [(kind: Int, label: String)] {
    let json = try file.string(file.field("moves", of: file.root), "moves")
    guard case .object(let kinds)? = JSONValue(json) else { throw file.damaged("moves is no JSON object") }
    var result: [(kind: Int, label: String)] = []
    for (name, value) in kinds.sorted(by: { $0.key < $1.key }) {
      guard let kind = Int(name), case .object(let labels) = value else { throw file.damaged("moves has odd kinds") }
      var counted: [(count: Double, label: String)] = []
      for (label, count) in labels {
        guard case .number(let count) = count else { throw file.damaged("moves has a label without a count") }
        counted.append((count, label))
      }
      counted.sort { first, second in
        first.count != second.count
          ? first.count > second.count
          : second.label.unicodeScalars.lexicographicallyPrecedes(first.label.unicodeScalars)
      }
      result += counted.map { (kind, $0.label) }
    }
    return result
  }
}
