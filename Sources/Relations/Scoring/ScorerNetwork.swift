internal import CLanguageKernels
import Foundation
import Vocabulary

/// A small network that says how likely a word relates two mentions, by type: embeddings of features and the model's own
/// vectors of three words, one hidden layer, and weights for hints that all types share.
///
/// Trained by Benchmarks/training/train.py on data/training. The members of an ensemble lie side by side in the hidden
/// layer; their probabilities are averaged.
struct ScorerNetwork: Sendable {
  /// Units of the hidden layer, of all members together.
  let hidden: Int
  let members: Int
  private let width: Int
  private let keys: FeatureKeys
  private let rows: [Float]
  private let bias: [Float]
  /// Trigger, object, governor: `hidden` × 96 each, by input.
  private let words: [[Float]]
  /// Sixteen floats a unit, one a type or a kind of hint: by member.
  private let out: [[Float]]
  private let outBias: [[Float]]
  private let hints: [[Float]]
  private let hintBias: [[Float]]

  static let types = EventType.allCases.count

  /// Reads the network from data/relations/scorer.bin.
  /// - Throws: `DataError` for a file that is no such network.
  init(_ data: DataFolder) throws(DataError) {
    let name = "relations/scorer.bin"
    var reader = ScorerReader(try data.bytes(name), file: "data/" + name)
    try reader.magic("ENTSCOR1")
    hidden = try reader.count(atMost: 1024)
    members = try reader.count(atMost: 16)
    width = try reader.count(atMost: 1024)
    let features = try reader.count(atMost: 1 << 20)
    guard members > 0, hidden % members == 0 else { throw reader.broken() }
    keys = FeatureKeys(try reader.integers(features))
    // In the file one byte a weight and a factor a row, as this table is by far the largest part.
    let factors = try reader.floats(features)
    rows = Self.expanded(try reader.bytes(features * hidden), factors, hidden)
    bias = try reader.floats(hidden)
    var words: [[Float]] = []
    for _ in 0..<3 { words.append(try reader.floats(hidden * width)) }
    self.words = words
    out = try reader.lanes(hidden, each: Self.types, parts: members)
    outBias = try reader.lanes(members, each: Self.types, parts: members)
    hints = try reader.lanes(hidden, each: FrameHints.count, parts: members)
    hintBias = try reader.lanes(members, each: FrameHints.count, parts: members)
    try reader.end()
  }

  private static func expanded(_ bytes: ArraySlice<UInt8>, _ factors: [Float], _ hidden: Int) -> [Float] {
    [Float](unsafeUninitializedCapacity: bytes.count) { rows, count in
      bytes.withUnsafeBufferPointer {
        entente_expand_rows($0.baseAddress, factors, factors.count, hidden, rows.baseAddress)
      }
      count = bytes.count
    }
  }

  /// The hidden layer before anything is added.
  var start: [Float] { bias }

  /// Adds the rows of features to a hidden layer; unknown features add nothing.
  func add(_ names: [UInt32], to layer: inout [Float]) {
    guard layer.count == hidden else { return }
    rows.withUnsafeBufferPointer { rows in
      guard let rows = rows.baseAddress else { return }
      for name in names {
        if let row = keys[name] { entente_add_row(rows + row * hidden, hidden, &layer) }
      }
    }
  }

  /// Adds another layer of the same size.
  func add(_ other: [Float], to layer: inout [Float]) {
    guard layer.count == hidden, other.count == hidden else { return }
    entente_add_row(other, hidden, &layer)
  }

  /// Adds the vector of a word in one of the three places: trigger, object, governor.
  func add(_ vector: ArraySlice<Float>, place: Int, to layer: inout [Float]) {
    guard vector.count == width, layer.count == hidden, words.indices.contains(place) else { return }
    vector.withUnsafeBufferPointer { entente_add_product($0.baseAddress, width, words[place], hidden, &layer) }
  }

  /// The probabilities of the types, given the parts of a pair's hidden layer and its hints; small ones count as 0.
  func probabilities(_ layer: [Float], hints sets: [UInt16]) -> [Float] {
    var result = [Float](repeating: 0, count: Self.types)
    guard layer.count == hidden else { return result }
    let units = hidden / members
    for member in 0..<members {
      var logits = outBias[member]
      var shared = hintBias[member]
      layer.withUnsafeBufferPointer { layer in
        guard let part = layer.baseAddress.map({ $0 + member * units }) else { return }
        entente_add_active(part, units, out[member], &logits)
        entente_add_active(part, units, hints[member], &shared)
      }
      for (kind, set) in sets.enumerated() where set != 0 && kind < shared.count {
        var rest = set
        while rest != 0 {
          logits[rest.trailingZeroBitCount] += shared[kind]
          rest &= rest - 1
        }
      }
      for type in 0..<Self.types where logits[type] > Self.least {
        result[type] += 1 / (1 + exp(-logits[type])) / Float(members)
      }
    }
    return result
  }

  /// The logit of one in a hundred; less is not worth an exponential.
  private static let least: Float = -4.6
}

/// The rows of features by their names: a table of open addresses, half empty.
struct FeatureKeys: Sendable {
  private let mask: Int
  private var names: [UInt32]
  private var rows: [Int32]

  init(_ list: [UInt32]) {
    var size = 16
    while size < 2 * list.count { size *= 2 }
    mask = size - 1
    names = [UInt32](repeating: 0, count: size)
    rows = [Int32](repeating: -1, count: size)
    for (row, name) in list.enumerated() {
      var place = Self.place(name) & mask
      while rows[place] >= 0 { place = (place + 1) & mask }
      names[place] = name
      rows[place] = Int32(row)
    }
  }

  /// The row of a name; nil where it is unknown. O(1).
  subscript(name: UInt32) -> Int? {
    var place = Self.place(name) & mask
    while rows[place] >= 0 {
      if names[place] == name { return Int(rows[place]) }
      place = (place + 1) & mask
    }
    return nil
  }

  private static func place(_ name: UInt32) -> Int { Int((name &* 0x9e37_79b1) >> 8) }
}
