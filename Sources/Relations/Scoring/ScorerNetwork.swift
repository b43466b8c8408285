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
  /// A signed byte a weight and a factor a row: small, so that they stay in the processor's cache.
  private let rows: [UInt8]
  private let factors: [Float]
  private let bias: [Float]
  /// Trigger, object, governor: `hidden` × 96 each, by input.
  private let words: [[Float]]
  /// Sixteen floats a unit, one a type or a kind of hint: by member.
  private let out: [[Float]]
  private let outBias: [SIMD16<Float>]
  private let hints: [[Float]]
  private let hintBias: [SIMD16<Float>]

  /// Tells these weights from others.
  let fingerprint: UInt64

  static let types = EventType.allCases.count

  /// Reads the network from data/relations/scorer.bin.
  /// - Throws: `DataError` for a file that is no such network.
  init(_ data: DataFolder) throws(DataError) {
    let name = "relations/scorer.bin"
    let bytes = try data.bytes(name)
    fingerprint = Self.fingerprint(bytes)
    var reader = ScorerReader(bytes, file: "data/" + name)
    try reader.magic("ENTSCOR1")
    hidden = try reader.count(atMost: 1024)
    members = try reader.count(atMost: 16)
    width = try reader.count(atMost: 1024)
    let features = try reader.count(atMost: 1 << 20)
    guard members > 0, hidden % members == 0 else { throw reader.broken() }
    keys = FeatureKeys(try reader.integers(features))
    factors = try reader.floats(features)
    rows = Array(try reader.bytes(features * hidden))
    bias = try reader.floats(hidden)
    var words: [[Float]] = []
    for _ in 0..<3 { words.append(try reader.floats(hidden * width)) }
    self.words = words
    out = try reader.lanes(hidden, each: Self.types, parts: members)
    outBias = try reader.lanes(members, each: Self.types, parts: members).map(Self.lanes)
    hints = try reader.lanes(hidden, each: FrameHints.count, parts: members)
    hintBias = try reader.lanes(members, each: FrameHints.count, parts: members).map(Self.lanes)
    try reader.end()
  }

  private static func lanes(_ values: [Float]) -> SIMD16<Float> {
    var lanes = SIMD16<Float>()
    for (lane, value) in values.prefix(16).enumerated() { lanes[lane] = value }
    return lanes
  }

  /// FNV-1a over words of eight bytes.
  private static func fingerprint(_ bytes: [UInt8]) -> UInt64 {
    bytes.withUnsafeBytes { raw in
      var hash: UInt64 = 0xcbf2_9ce4_8422_2325
      for start in stride(from: 0, to: raw.count - raw.count % 8, by: 8) {
        hash = (hash ^ raw.loadUnaligned(fromByteOffset: start, as: UInt64.self)) &* 0x0100_0000_01b3
      }
      for byte in raw.suffix(raw.count % 8) { hash = (hash ^ UInt64(byte)) &* 0x0100_0000_01b3 }
      return hash
    }
  }

  /// The hidden layer before anything is added.
  var start: [Float] { bias }

  /// Adds the rows of features to a hidden layer; unknown features add nothing.
  func add(_ names: ArraySlice<UInt32>, to layer: inout [Float]) {
    guard layer.count == hidden else { return }
    rows.withUnsafeBufferPointer { rows in
      guard let start = rows.baseAddress else { return }
      layer.withUnsafeMutableBufferPointer { layer in
        for name in names {
          if let row = keys[name] { entente_add_bytes(start + row * hidden, factors[row], hidden, layer.baseAddress) }
        }
      }
    }
  }

  /// Makes a layer the sum of two of the same size.
  func sum(_ left: [Float], _ right: [Float], into layer: inout [Float]) {
    guard layer.count == hidden, left.count == hidden, right.count == hidden else { return }
    entente_sum(left, right, hidden, &layer)
  }

  /// Adds the vector of a word in one of the three places: trigger, object, governor.
  func add(_ vector: ArraySlice<Float>, place: Int, to layer: inout [Float]) {
    guard vector.count == width, layer.count == hidden, words.indices.contains(place) else { return }
    vector.withUnsafeBufferPointer { entente_add_product($0.baseAddress, width, words[place], hidden, &layer) }
  }

  /// The probabilities of the types, given a pair's hidden layer and its hints; small ones count as 0.
  func probabilities(_ layer: [Float], hints sets: FrameHints.Sets) -> SIMD16<Float> {
    var result = SIMD16<Float>()
    guard layer.count == hidden else { return result }
    let units = hidden / members
    for member in 0..<members {
      var logits = outBias[member]
      var shared = hintBias[member]
      layer.withUnsafeBufferPointer { layer in
        guard let part = layer.baseAddress.map({ $0 + member * units }) else { return }
        out[member].withUnsafeBufferPointer { Self.addActive(part, units, $0, &logits) }
        hints[member].withUnsafeBufferPointer { Self.addActive(part, units, $0, &shared) }
      }
      for kind in 0..<FrameHints.count {
        var rest = sets[kind]
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

  private static func addActive(
    _ layer: UnsafePointer<Float>, _ units: Int, _ weights: UnsafeBufferPointer<Float>, _ sums: inout SIMD16<Float>
  ) {
    withUnsafeMutablePointer(to: &sums) {
      $0.withMemoryRebound(to: Float.self, capacity: 16) {
        entente_add_active(layer, units, weights.baseAddress, $0)
      }
    }
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
