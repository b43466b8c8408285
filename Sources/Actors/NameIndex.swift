/// Finds the longest known name that begins at a place of a text.
///
/// Names are kept under a hash of their first word, the longest first. A look-up costs the number of names that share
/// that word, times the length of the name.
struct NameIndex: Sendable {
  /// A name and what it names.
  struct Name: Sendable {
    let scalars: [UInt32]
    let meaning: Meaning
    let form: NameForm
    let period: Period
  }

  /// What a name names.
  enum Meaning: Sendable, Hashable {
    case actor(Int)
    case person(Int)
    case medium
  }

  private var names: [Name] = []
  private var byFirstWord: [UInt64: [Int]] = [:]

  /// Adds a name. Case counts, accents don't.
  mutating func insert(_ text: String, meaning: Meaning, form: NameForm, period: Period) {
    let scalars = Folding.fold(text)
    guard !scalars.isEmpty else { return }
    byFirstWord[Self.firstWord(scalars[...]), default: []].append(names.count)
    names.append(Name(scalars: scalars, meaning: meaning, form: form, period: period))
  }

  /// Sorts, so that the longest name comes first; to be called once after the last insertion.
  mutating func seal() {
    for (key, list) in byFirstWord {
      byFirstWord[key] = list.sorted { (names[$1].scalars.count, $0) < (names[$0].scalars.count, $1) }
    }
  }

  /// All names of the greatest length that begin at `start` and end where `isEnd` allows.
  /// - Parameters:
  ///   - text: The folded text.
  ///   - start: Where the name must begin.
  ///   - isEnd: Whether a name may end before this offset.
  func longest(in text: [UInt32], at start: Int, isEnd: (Int) -> Bool) -> (length: Int, names: [Name])? {
    guard start < text.count, let candidates = byFirstWord[Self.firstWord(text[start...])] else { return nil }
    var found: [Name] = []
    for index in candidates {
      let name = names[index]
      if let first = found.first, name.scalars.count < first.scalars.count { break }
      let end = start + name.scalars.count
      if end <= text.count, isEnd(end), text[start..<end].elementsEqual(name.scalars) { found.append(name) }
    }
    return found.first.map { ($0.scalars.count, found) }
  }

  /// FNV-1a over the letters and digits at the beginning, or over the one mark that stands there.
  private static func firstWord(_ scalars: ArraySlice<UInt32>) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for (position, scalar) in scalars.enumerated() {
      if !Folding.isWord(scalar), position > 0 { break }
      hash = (hash ^ UInt64(scalar)) &* 0x100_0000_01b3
      if !Folding.isWord(scalar) { break }
    }
    return hash
  }
}
