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
  /// By member: 32 floats a unit, sixteen for the types and sixteen for the kinds of hints, and those of the bias.
  private let out: [[Float]]
  private let outBias: [SIMD32<Float>]

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
    let types = try reader.lanes(hidden, each: Self.types, parts: members)
    let typeBias = try reader.lanes(members, each: Self.types, parts: members)
    let hints = try reader.lanes(hidden, each: FrameHints.count, parts: members)
    let hintBias = try reader.lanes(members, each: FrameHints.count, parts: members)
    out = zip(types, hints).map(Self.interleaved)
    outBias = zip(typeBias, hintBias).map { SIMD32(Self.interleaved($0, $1)) }
    try reader.end()
  }

  /// Sixteen floats of one, sixteen of the other, and so on.
  private static func interleaved(_ left: [Float], _ right: [Float]) -> [Float] {
    stride(from: 0, to: left.count, by: 16).flatMap { left[$0..<$0 + 16] + right[$0..<$0 + 16] }
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
    withUnsafeTemporaryAllocation(of: Int32.self, capacity: max(names.count, 1)) { which in
      var count = 0
      for name in names {
        guard let row = keys[name] else { continue }
        which[count] = row
        count += 1
      }
      entente_add_rows(rows, factors, which.baseAddress, count, hidden, &layer)
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
      layer.withUnsafeBufferPointer { layer in
        guard let part = layer.baseAddress.map({ $0 + member * units }) else { return }
        Self.addActive(part, units, out[member], &logits)
      }
      for kind in 0..<FrameHints.count {
        var rest = sets[kind]
        while rest != 0 {
          logits[rest.trailingZeroBitCount] += logits[Self.types + kind]
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
    _ layer: UnsafePointer<Float>, _ units: Int, _ weights: [Float], _ sums: inout SIMD32<Float>
  ) {
    withUnsafeMutablePointer(to: &sums) {
      $0.withMemoryRebound(to: Float.self, capacity: 32) { entente_add_active(layer, units, weights, $0) }
    }
  }

  /// The logit of one in a hundred; less is not worth an exponential.
  private static let least: Float = -4.6
}

/// The rows of features by their names: a table of open addresses, half empty.
struct FeatureKeys: Sendable {
  /// A name and its row side by side, so that both are one access; -1 where the place is free.
  private struct Entry {
    var name: UInt32 = 0
    var row: Int32 = -1
  }

  private let mask: Int
  private var entries: [Entry]

  init(_ list: [UInt32]) {
    var size = 16
    while size < 2 * list.count { size *= 2 }
    mask = size - 1
    entries = [Entry](repeating: Entry(), count: size)
    for (row, name) in list.enumerated() {
      var place = Self.place(name) & mask
      while entries[place].row >= 0 { place = (place + 1) & mask }
      entries[place] = Entry(name: name, row: Int32(row))
    }
  }

  /// The row of a name; nil where it is unknown. O(1).
  subscript(name: UInt32) -> Int32? {
    var place = Self.place(name) & mask
    while entries[place].row >= 0 {
      if entries[place].name == name { return entries[place].row }
      place = (place + 1) & mask
    }
    return nil
  }

  private static func place(_ name: UInt32) -> Int { Int((name &* 0x9e37_79b1) >> 8) }
}
