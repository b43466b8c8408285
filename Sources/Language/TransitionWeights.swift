/// The scorer that parser and recognizer share in form: a state's few tokens add up, and a linear layer scores actions.
struct TransitionWeights: Sendable {
  static let hidden = 64
  /// Two pieces of 64 each.
  static let summed = 128
  static let inputs = MaxoutLayer.width

  /// 64 outputs: from a token's vector to the scorer's.
  let input: PackedWeights
  /// For each slot 128 outputs, piece · 64 + output: what a token adds there. The first slot has the bias in it.
  let slots: [PackedWeights]
  /// For each slot 128 floats: what an empty one adds, the first with the bias in it; slot after slot.
  let empty: [Float]
  /// One output for each action.
  let upper: PackedWeights
  /// The same as read: actions × 64, and actions.
  let upperRows: [Float]
  let upperBias: [Float]

  /// Reads the scorer's nodes 2, 3 and 6.
  init(_ file: ThincFile, slots count: Int, actions: Int) throws(LanguageError) {
    let (hidden, summed) = (Self.hidden, Self.summed)
    input = PackedWeights(
      try file.tensor(6, "linear", "W", [hidden, Self.inputs]).values,
      bias: try file.tensor(6, "linear", "b", [hidden]).values, outputs: hidden, inner: Self.inputs)
    upperRows = try file.tensor(3, "linear", "W", [actions, hidden]).values
    upperBias = try file.tensor(3, "linear", "b", [actions]).values
    upper = PackedWeights(upperRows, bias: upperBias, outputs: actions, inner: hidden)
    let weights = try file.tensor(2, "precomputable_affine", "W", [count, hidden, 2, hidden]).values
    let bias = try file.tensor(2, "precomputable_affine", "b", [hidden, 2]).values
    let pad = try file.tensor(2, "precomputable_affine", "pad", [1, count, hidden, 2]).values
    // In the file outputs come before pieces; here pieces come first.
    let order = (0..<summed).map { $0 % hidden * 2 + $0 / hidden }
    let sortedBias = order.map { bias[$0] }
    var slots: [PackedWeights] = []
    var empty: [Float] = []
    for slot in 0..<count {
      let rows = order.flatMap { row in
        let start = (slot * summed + row) * hidden
        return weights[start..<(start + hidden)]
      }
      slots.append(PackedWeights(rows, bias: slot == 0 ? sortedBias : nil, outputs: summed, inner: hidden))
      for (index, row) in order.enumerated() {
        empty.append(pad[slot * summed + row] + (slot == 0 ? sortedBias[index] : 0))
      }
    }
    self.slots = slots
    self.empty = empty
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
