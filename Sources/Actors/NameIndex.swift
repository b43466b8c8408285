/// Finds the longest known name that begins at a place of a text.
///
/// Names are kept in one block of scalars and sorted by a hash of their first word, the longest first; a look-up is a
/// binary search and as many comparisons as names share that word.
struct NameIndex: Sendable {
  /// A name and what it names.
  struct Name: Sendable {
    let meaning: Meaning
    let form: NameForm
    let period: Period
    /// Whether a user's dictionary says so: it wins over the project's own tables.
    let isOwn: Bool
    fileprivate let start: Int32
    fileprivate let count: Int32
  }

  /// What a name names.
  enum Meaning: Sendable, Hashable {
    case actor(Int)
    case medium
    /// Nobody: a phrase in which an actor's name stands ("Gulf of Mexico").
    case nothing
  }

  private var scalars: [UInt32] = []
  private var names: [(hash: UInt64, name: Name)] = []

  /// Adds a name. Case counts, accents don't.
  mutating func insert(_ text: String, meaning: Meaning, form: NameForm, period: Period, isOwn: Bool = false) {
    let start = scalars.count
    for scalar in text.unicodeScalars { scalars.append(Folding.fold(scalar)) }
    guard scalars.count > start else { return }
    let name = Name(
      meaning: meaning, form: form, period: period, isOwn: isOwn, start: Int32(start),
      count: Int32(scalars.count - start))
    names.append((Self.firstWord(scalars, from: start), name))
  }

  /// Sorts, so that names are found and the longest comes first; to be called once after the last insertion.
  mutating func seal() {
    names.sort { ($0.hash, $1.name.count, $0.name.start) < ($1.hash, $0.name.count, $1.name.start) }
  }

  /// All names of the greatest length that begin at `start` and end where `isEnd` allows.
  /// - Parameters:
  ///   - text: The folded text.
  ///   - start: Where the name must begin.
  ///   - isEnd: Whether a name may end before this offset.
  func longest(in text: [UInt32], at start: Int, isEnd: (Int) -> Bool) -> (length: Int, names: [Name])? {
    guard start < text.count else { return nil }
    let hash = Self.firstWord(text, from: start)
    var index = first(hash)
    var found: [Name] = []
    while index < names.count, names[index].hash == hash {
      let name = names[index].name
      index += 1
      if let first = found.first, name.count < first.count { break }
      let end = start + Int(name.count)
      if end <= text.count, isEnd(end), matches(name, text, start) { found.append(name) }
    }
    return found.first.map { (Int($0.count), found) }
  }

  /// The first name whose hash is not below this one.
  private func first(_ hash: UInt64) -> Int {
    var low = 0
    var high = names.count
    while low < high {
      let middle = (low + high) / 2
      if names[middle].hash < hash { low = middle + 1 } else { high = middle }
    }
    return low
  }

  private func matches(_ name: Name, _ text: [UInt32], _ start: Int) -> Bool {
    var offset = 0
    let own = Int(name.start)
    while offset < Int(name.count) {
      if scalars[own + offset] != text[start + offset] { return false }
      offset += 1
    }
    return true
  }

  /// FNV-1a over the letters and digits at the beginning, or over the one mark that stands there.
  static func firstWord(_ scalars: [UInt32], from start: Int) -> UInt64 {
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    var position = start
    while position < scalars.count {
      let scalar = scalars[position]
      let isWord = Folding.isWord(scalar)
      if !isWord, position > start { break }
      hash = (hash ^ UInt64(scalar)) &* 0x100_0000_01b3
      if !isWord { break }
      position += 1
    }
    return hash
  }
}
