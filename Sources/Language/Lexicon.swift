/// What the model knows of strings: their ids and their normal forms. Immutable, shared by all workers.
struct Lexicon: Sendable {
  private let symbols: ByteTable
  private let numbers: [UInt64]
  private let norms: [UInt64: String]
  private let baseNorms: ByteTable
  private let baseForms: [String]

  /// Reads the table of normal forms in vocab/lookups.bin.
  init(_ file: MessageFile) throws(LanguageError) {
    var symbols = ByteTable(capacity: 456)
    var numbers: [UInt64] = []
    for entry in SymbolTable.entries() {
      symbols.insert(entry.name)
      numbers.append(entry.number)
    }
    self.symbols = symbols
    self.numbers = numbers
    let table = try file.map(file.field("lexeme_norm", of: file.root), "lexeme_norm")
    var norms = [UInt64: String](minimumCapacity: table.count)
    for item in table {
      norms[try file.unsigned(item.key, "a key of lexeme_norm")] = try file.string(item.value, "a form of lexeme_norm")
    }
    self.norms = norms
    var baseNorms = ByteTable(capacity: 64)
    var baseForms: [String] = []
    for (form, variants) in Self.punctuation {
      for variant in variants.split(separator: " ") {
        baseNorms.insert(String(variant))
        baseForms.append(form)
      }
    }
    self.baseNorms = baseNorms
    self.baseForms = baseForms
  }

  /// Marks and signs that count as one: the plain form and all that stands for it.
  private static let punctuation: [(form: String, variants: String)] = [
    ("'s", "'s 'S ’s ’S"),
    ("'", "’ ‘ ´ `"),
    ("\"", "” “ '' `` ´´ „ » « ‘‘ ’’"),
    ("?", "？"), ("!", "！"), (",", "，"), (";", "；"), (":", "："), (".", "。 ।"), ("...", "…"),
    ("-", "— – -- --- ——"),
    ("$", "€ £ ¥ ฿ US$ C$ A$ ₺ ₹ ৳ ₩ Mex$ ₣ E£"),
  ]

  /// The id of a string: 0 for none, a small number for a symbol, otherwise its hash.
  func id(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    if bytes.isEmpty { return 0 }
    let hash = Hashing.murmur64A(bytes)
    if let index = symbols.find(bytes, hash: hash) { return numbers[index] }
    return hash
  }

  func id(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { id($0) }
  }

  /// The normal form of a word: the model's own, that of a mark, or the word in lower case.
  func norm(_ text: UnsafeBufferPointer<UInt8>, lower: String) -> String {
    if let form = norms[id(text)] { return form }
    if let index = baseNorms.find(text) { return baseForms[index] }
    return lower
  }
}
