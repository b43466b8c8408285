/// Splits texts into tokens as the model was trained on them: chunks between spaces, affixes, special cases, and a second
/// pass for special cases that contain affixes. Nothing of the text is lost; offsets count scalars.
final class Tokenizer {
  let rules: TokenizerRules
  let store: LexemeStore
  /// Chunks met before, and the forms of each: entry i is `forms[ends[i - 1]..<ends[i]]`.
  private var chunks = ByteTable(capacity: 4096)
  private var forms: [Int32] = []
  private var ends: [Int] = []
  /// For each form of the store, whether a pattern of the second pass begins with it.
  private var startsPattern: [Bool] = []

  /// Longer chunks are rare and not worth keeping.
  private static let longestKept = 128

  init(rules: TokenizerRules, store: LexemeStore) {
    self.rules = rules
    self.store = store
  }

  var isFull: Bool { chunks.count > 50_000 || chunks.byteCount > 4_000_000 }

  /// Forgets all chunks; needed whenever the store is emptied, since chunks hold its numbers.
  func removeAll() {
    chunks = ByteTable(capacity: 4096)
    forms.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    startsPattern.removeAll(keepingCapacity: true)
  }

  /// Appends the tokens of one text. O(text) for known chunks.
  func tokenize(_ text: String, into tokens: inout TokenBuffer) {
    let first = tokens.count
    var text = text
    text.withUTF8 { split($0, &tokens) }
    var start: Int32 = 0
    for index in first..<tokens.count {
      tokens.starts.append(start)
      let number = Int(tokens.lexemes[index])
      start += Int32(truncatingIfNeeded: store.lexemes[number].length) + (tokens.spaces[index] ? 1 : 0)
    }
    matchSpecials(from: first, &tokens)
    tokens.documents.append(first..<tokens.count)
  }

  /// First pass: runs of white space and of other scalars.
  private func split(_ bytes: UnsafeBufferPointer<UInt8>, _ tokens: inout TokenBuffer) {
    var start = 0
    var position = 0
    var inSpace = false
    while position < bytes.count {
      let width: Int
      let isSpace: Bool
      let lead = bytes[position]
      if lead < 0x80 {
        width = 1
        isSpace = ScalarClasses.isSpace(UInt32(lead))
      } else {
        // A Swift string is valid UTF-8, so the lead byte tells the width and the bytes are there.
        width = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4
        isSpace = width < 4 && position + width <= bytes.count && Self.isSpace(bytes, position, width)
      }
      if position == 0 { inSpace = isSpace }
      if isSpace != inSpace {
        if start < position { chunk(UnsafeBufferPointer(rebasing: bytes[start..<position]), &tokens) }
        if lead == 0x20 {
          if !tokens.spaces.isEmpty { tokens.spaces[tokens.spaces.count - 1] = true }
          start = position + 1
        } else {
          start = position
        }
        inSpace = isSpace
      }
      position += width
    }
    if start < bytes.count { chunk(UnsafeBufferPointer(rebasing: bytes[start..<bytes.count]), &tokens) }
  }

  /// Whether the scalar of two or three bytes at `position` is white space.
  private static func isSpace(_ bytes: UnsafeBufferPointer<UInt8>, _ position: Int, _ width: Int) -> Bool {
    var code = UInt32(bytes[position]) & (width == 2 ? 0x1f : 0x0f)
    for offset in 1..<width { code = code << 6 | UInt32(bytes[position + offset]) & 0x3f }
    return ScalarClasses.isSpace(code)
  }

  private func chunk(_ bytes: UnsafeBufferPointer<UInt8>, _ tokens: inout TokenBuffer) {
    let hash = Hashing.murmur64A(bytes)
    if let index = chunks.find(bytes, hash: hash) {
      for position in (index == 0 ? 0 : ends[index - 1])..<ends[index] {
        tokens.lexemes.append(forms[position])
        tokens.spaces.append(false)
      }
      return
    }
    let first = tokens.count
    let run = Chunk(String(decoding: bytes, as: UTF8.self)).whole
    for part in rules.split(run, specials: true) {
      switch part {
      case .span(let range): tokens.lexemes.append(run.chunk.withBytes(of: range) { store.number($0) })
      case .special(let index): tokens.lexemes += pieces(index)
      }
    }
    while tokens.spaces.count < tokens.lexemes.count { tokens.spaces.append(false) }
    guard bytes.count <= Self.longestKept else { return }
    chunks.add(bytes, hash: hash)
    forms += tokens.lexemes[first...]
    ends.append(forms.count)
  }

  /// Whether a pattern of the second pass begins with the form.
  func beginsPattern(_ form: Int32) -> Bool {
    while startsPattern.count < store.lexemes.count {
      startsPattern.append(rules.patterns[store.lexemes[startsPattern.count].orth] != nil)
    }
    return startsPattern[Int(form)]
  }

  /// The forms of a special case.
  func pieces(_ index: Int) -> [Int32] {
    rules.pieces[index].map { piece in
      var text = piece.text
      return text.withUTF8 { store.number($0, norm: piece.norm) }
    }
  }
}
