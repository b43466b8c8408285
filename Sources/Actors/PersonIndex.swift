/// Finds the office holders whose full name begins at a word, and those who have a word in their name.
struct PersonIndex: Sendable {
  private struct Name {
    let first: WordKey
    let holder: Int32
    let start: Int32
    let count: Int32
  }

  private var keys: [WordKey] = []
  private var names: [Name] = []
  private var words: [(key: WordKey, holder: Int32)] = []
  private var shorts: [(key: WordKey, holder: Int32)] = []

  /// Adds a name of several words, also with its last word first and its first word last ("Abe Shinzo").
  mutating func insert(_ name: [WordKey], holder: Int) {
    guard name.count > 1, let first = name.first, let last = name.last else { return }
    add(name, from: 0, holder)
    for word in name { words.append((word, Int32(holder))) }
    guard name.count < 5, first != last else { return }
    add(name, from: name.count - 1, holder)
    if name.count > 2 { add(name, from: 1, holder) }
  }

  /// Adds a name of one word, which means somebody only while in office.
  mutating func insert(short word: WordKey, holder: Int) { shorts.append((word, Int32(holder))) }

  /// Adds a name that begins with its word of this number and goes round.
  private mutating func add(_ name: [WordKey], from start: Int, _ holder: Int) {
    names.append(Name(first: name[start], holder: Int32(holder), start: Int32(keys.count), count: Int32(name.count)))
    for offset in 0..<name.count { keys.append(name[(start + offset) % name.count]) }
  }

  /// Sorts; to be called once after the last insertion.
  mutating func seal() {
    names.sort { ($0.first, $1.count, $0.holder) < ($1.first, $0.count, $1.holder) }
    words.sort { ($0.key, $0.holder) < ($1.key, $1.holder) }
    shorts.sort { ($0.key, $0.holder) < ($1.key, $1.holder) }
  }

  /// The holders with the longest name that begins with these words, and how many words it has.
  /// - Parameter word: The key of a word counted from the place; nil where there is none.
  func longest(_ word: (Int) -> WordKey?) -> (count: Int, holders: [Int])? {
    guard let first = word(0) else { return nil }
    var index = Self.lowerBound(names.count) { names[$0].first < first }
    var found: (count: Int, holders: [Int])?
    while index < names.count, names[index].first == first {
      let name = names[index]
      index += 1
      if let found, Int(name.count) < found.count { break }
      let isHere = (1..<Int(name.count)).allSatisfy { word($0) == keys[Int(name.start) + $0] }
      guard isHere else { continue }
      let holder = Int(name.holder)
      if found == nil { found = (Int(name.count), [holder]) }
      if found?.holders.last != holder { found?.holders.append(holder) }
    }
    return found
  }

  /// The holders with this word in a name of several words.
  func holders(word: WordKey) -> [Int] { Self.holders(word, in: words) }

  /// The holders with this name of one word.
  func holders(short word: WordKey) -> [Int] { Self.holders(word, in: shorts) }

  private static func holders(_ key: WordKey, in list: [(key: WordKey, holder: Int32)]) -> [Int] {
    var index = lowerBound(list.count) { list[$0].key < key }
    var found: [Int] = []
    while index < list.count, list[index].key == key {
      if found.last != Int(list[index].holder) { found.append(Int(list[index].holder)) }
      index += 1
    }
    return found
  }

  /// The first index for which `isBefore` is false. O(log n).
  private static func lowerBound(_ count: Int, _ isBefore: (Int) -> Bool) -> Int {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if isBefore(middle) { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
