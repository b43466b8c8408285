/// All that one form says by itself, wherever it stands.
struct Lexeme {
  let text: String
  let lower: String
  let norm: String
  /// Its length in scalars.
  let length: Int
  /// The hash of its bytes, by which sequences of words are compared.
  let orth: UInt64
  /// What the embeddings look up.
  let normID: UInt64
  let prefixID: UInt64
  let suffixID: UInt64
  let shapeID: UInt64
  let isSpace: Bool
}

/// The forms that one worker has met, by number. A form with a norm of its own ("do" in "don't") is a form apart.
///
/// The store grows with the vocabulary; the pipeline empties it between batches when it is over its limit.
final class LexemeStore {
  private let lexicon: Lexicon
  private var table = ByteTable(capacity: 4096)
  private(set) var lexemes: [Lexeme] = []
  private var key: [UInt8] = []

  init(lexicon: Lexicon) { self.lexicon = lexicon }

  /// Whether the store holds more forms or bytes than a worker should keep.
  var isFull: Bool { lexemes.count > 50_000 || table.byteCount > 4_000_000 }

  func removeAll() {
    table = ByteTable(capacity: 4096)
    lexemes.removeAll(keepingCapacity: true)
  }

  /// The number of the form that `bytes` spell, with `norm` in place of the usual normal form.
  func number(_ bytes: UnsafeBufferPointer<UInt8>, norm: String? = nil) -> Int32 {
    key.removeAll(keepingCapacity: true)
    key.append(contentsOf: bytes)
    if let norm {
      key.append(0xff)  // no UTF-8 text holds this byte
      key.append(contentsOf: norm.utf8)
    }
    return key.withUnsafeBufferPointer { key in
      let hash = Hashing.murmur64A(key)
      if let index = table.find(key, hash: hash) { return Int32(truncatingIfNeeded: index) }
      lexemes.append(make(bytes, norm: norm))
      return Int32(truncatingIfNeeded: table.add(key, hash: hash))
    }
  }

  private func make(_ bytes: UnsafeBufferPointer<UInt8>, norm: String?) -> Lexeme {
    let text = String(decoding: bytes, as: UTF8.self)
    let scalars = text.unicodeScalars.map(\.value)
    let lower = ScalarClasses.lowercased(scalars[...])
    let norm = norm ?? lexicon.norm(bytes, lower: lower)
    func id(_ scalars: ArraySlice<UInt32>) -> UInt64 {
      var view = String.UnicodeScalarView()
      for code in scalars { if let scalar = Unicode.Scalar(code) { view.append(scalar) } }
      return lexicon.id(String(view))
    }
    return Lexeme(
      text: text, lower: lower, norm: norm, length: scalars.count, orth: Hashing.murmur64A(bytes),
      normID: lexicon.id(norm), prefixID: id(scalars.prefix(1)), suffixID: id(scalars.suffix(3)),
      shapeID: lexicon.id(ScalarClasses.shape(scalars[...])), isSpace: scalars.allSatisfy(ScalarClasses.isSpace))
  }
}
