import Foundation

/// A sketch of a text by which near-duplicates are found without the texts: MinHash over runs of three words.
///
/// The share of equal minima of two texts estimates the Jaccard similarity of their sets of shingles (A. Broder, "On
/// the resemblance and containment of documents", 1997). Case, punctuation and typography do not count.
struct TextSignature: Hashable {
  /// How many words make a shingle.
  static let shingle = 3
  /// How many hash functions there are.
  static let size = 64
  /// How many bands the minima are cut into, and of how many minima each is. Texts of similarity 0.6 share a band with
  /// probability 0.99, those of 0.1 with 0.02 (banded locality-sensitive hashing, Indyk and Motwani 1998).
  static let bandCount = 20, bandSize = 3
  /// A text of fewer words says too little to be told from another.
  static let leastWords = 40

  /// The least value of each hash function over all shingles.
  private(set) var minima: [UInt32]
  /// How many different shingles the text has.
  private(set) var count: Int

  /// Reads a text; nil where it is too short. O(length × `size`).
  init?(_ text: String) {
    let shingles = Self.shingles(text)
    guard shingles.count > Self.leastWords - Self.shingle else { return nil }
    var least = [SIMD16<UInt32>](repeating: SIMD16(repeating: .max), count: Self.size / 16)
    let functions = Self.functions
    for shingle in shingles {
      let shingle = SIMD16<UInt32>(repeating: shingle)
      for block in least.indices {
        let value = shingle &* functions.factors[block] &+ functions.terms[block]
        least[block].replace(with: value, where: value .< least[block])
      }
    }
    minima = least.flatMap { block in (0..<16).map { block[$0] } }
    count = Set(shingles).count
  }

  /// Reads the bytes that `bytes` gave; nil where they are something else.
  init?(bytes: Data, count: Int) {
    guard bytes.count == Self.size * 4 else { return nil }
    let bytes = Array(bytes)
    minima = stride(from: 0, to: bytes.count, by: 4).map { place in
      (0..<4).reduce(0) { $0 | UInt32(bytes[place + $1]) << (8 * UInt32($1)) }
    }
    self.count = count
  }

  /// The minima, four bytes each, the lowest byte first.
  var bytes: Data {
    Data(minima.flatMap { value in (0..<4).map { UInt8(truncatingIfNeeded: value >> (8 * UInt32($0))) } })
  }

  /// One number for each band, 48 bits: texts that share one are candidates.
  var bands: [Int64] {
    (0..<Self.bandCount).map { band in
      var hash = UInt64(band) &+ 0x9e37_79b9_7f4a_7c15
      for value in minima[band * Self.bandSize..<(band + 1) * Self.bandSize] {
        hash = Self.mixed(hash ^ UInt64(value))
      }
      return Int64(hash >> 16)
    }
  }

  /// Estimates which share of all shingles of both texts is in both, 0 to 1.
  func similarity(to other: TextSignature) -> Double {
    Double(zip(minima, other.minima).count { $0 == $1 }) / Double(Self.size)
  }

  /// Whether both are versions of one text: alike as a whole, or one a part of the other.
  func isVersion(of other: TextSignature) -> Bool {
    let similarity = similarity(to: other)
    if similarity >= 0.6 { return true }
    if similarity < 0.3 { return false }
    // The share of the shorter text's shingles that the longer one has.
    let common = similarity / (1 + similarity) * Double(count + other.count)
    return common >= 0.8 * Double(min(count, other.count))
  }

  /// Each run of three words as a number.
  private static func shingles(_ text: String) -> [UInt32] {
    var words: [UInt64] = []
    var word: UInt64 = 0
    var isWord = false
    func close() {
      if isWord { words.append(word) }
      (word, isWord) = (0xcbf2_9ce4_8422_2325, false)
    }
    close()
    for scalar in text.unicodeScalars {
      let value = scalar.value
      let isPart =
        switch value {
        case 48...57, 97...122: true
        case 65...90: true
        case 0..<0xC0, 0x2000...0x206F, 0x3000...0x303F: false
        default: true
        }
      guard isPart else {
        close()
        continue
      }
      let folded = (65...90).contains(value) ? value + 32 : value
      word = (word ^ UInt64(folded)) &* 0x0000_0100_0000_01b3
      isWord = true
    }
    close()
    guard words.count >= shingle else { return [] }
    return (0...words.count - shingle).map { place in
      let hash = words[place..<place + shingle].reduce(0 as UInt64) { mixed($0 ^ $1) }
      return UInt32(truncatingIfNeeded: hash >> 32)
    }
  }

  /// The hash functions: multiply and add modulo 2^32.
  private static let functions: (factors: [SIMD16<UInt32>], terms: [SIMD16<UInt32>]) = {
    var state: UInt64 = 0x456e_7474
    func numbers() -> [SIMD16<UInt32>] {
      (0..<size / 16).map { _ in
        var block = SIMD16<UInt32>()
        for place in 0..<16 {
          state &+= 0x9e37_79b9_7f4a_7c15
          block[place] = UInt32(truncatingIfNeeded: mixed(state) >> 32)
        }
        return block
      }
    }
    // Only odd factors reach every value.
    return (numbers().map { $0 | SIMD16(repeating: 1) }, numbers())
  }()

  /// The finisher of MurmurHash3 (Appleby).
  private static func mixed(_ word: UInt64) -> UInt64 {
    var word = word
    word = (word ^ (word >> 33)) &* 0xff51_afd7_ed55_8ccd
    word = (word ^ (word >> 33)) &* 0xc4ce_b9fe_1a85_ec53
    return word ^ (word >> 33)
  }
}
