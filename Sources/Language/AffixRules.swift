/// What splits off a word at its start, at its end and inside it.
///
/// The model's tokenizer file states these rules as regular expressions; this is the same language by hand, checked
/// against them on more than a hundred thousand strings. Words are scalars; lengths count scalars.
struct AffixRules: Sendable {
  typealias Word = ArraySlice<UInt32>

  let lower: CodePointSet
  private let upper: CodePointSet
  private let symbols: CodePointSet
  private let letters: CodePointSet
  private let lettersAndDigits: CodePointSet
  private let opening: CodePointSet
  private let closing: CodePointSet
  private let beforePeriod: CodePointSet
  private let beforeInnerPeriod: CodePointSet
  private let afterInnerPeriod: CodePointSet
  /// Currencies and units, longest first, and their last scalars.
  private let units: [[UInt32]]
  private let unitEnds: CodePointSet

  init() {
    let quotes = CodePointSet(ranges: TokenizerTables.quotes)
    lower = CodePointSet(ranges: TokenizerTables.lower)
    upper = CodePointSet(ranges: TokenizerTables.upper)
    symbols = CodePointSet(ranges: TokenizerTables.symbols)
    letters = lower.union(upper).union(CodePointSet(ranges: TokenizerTables.otherLetters))
    lettersAndDigits = letters.union(CodePointSet(ranges: "30-39"))
    closing = CodePointSet(ranges: TokenizerTables.closing)
    opening = closing.union(CodePointSet(ranges: TokenizerTables.opening))
    beforePeriod = lower.union(CodePointSet(ranges: TokenizerTables.beforePeriod))
    beforeInnerPeriod = lower.union(quotes)
    afterInnerPeriod = upper.union(quotes)
    let names = [TokenizerTables.currencies, TokenizerTables.units].flatMap { $0.split(separator: " ") }
    units = names.map { $0.unicodeScalars.map(\.value) }.sorted { $0.count > $1.count }
    var ends = CodePointSet(ranges: "")
    for unit in units { if let last = unit.last { ends.insert(last) } }
    unitEnds = ends
  }

  private static let dot: UInt32 = 0x2e
  private static let ellipsis: UInt32 = 0x2026
  private static let dollarNames: [[UInt32]] = ["US$", "C$", "A$"].map { $0.unicodeScalars.map(\.value) }

  /// How many scalars split off at the start; 0 for none.
  func prefix(_ word: Word) -> Int {
    guard let first = word.first else { return 0 }
    if first == 0x2b {
      return word.count > 1 && ScalarClasses.isASCIIDigit(word[word.startIndex + 1]) ? 0 : 1
    }
    if first == Self.dot {
      let run = word.prefix { $0 == Self.dot }.count
      return run >= 2 ? run : 0
    }
    for name in Self.dollarNames where word.starts(with: name) { return name.count }
    return opening.contains(first) || symbols.contains(first) ? 1 : 0
  }

  /// How many scalars split off at the end; 0 for none. The longest rule wins.
  func suffix(_ word: Word) -> Int {
    guard let last = word.last else { return 0 }
    let count = word.count
    /// The scalar that stands `back` places before the end, 0 where the word is shorter.
    func before(_ back: Int) -> UInt32 { back <= count ? word[word.endIndex - back] : 0 }
    var best = closing.contains(last) || symbols.contains(last) ? 1 : 0
    if last == Self.ellipsis && before(2) == Self.ellipsis { best = 2 }
    if (last | 32) == 0x73 && (before(2) == 0x27 || before(2) == 0x2019) { best = 2 }
    if last == Self.dot {
      let run = word.reversed().prefix { $0 == Self.dot }.count
      if run >= 2 { best = max(best, run) }
      let kind = before(2)
      let degree = count >= 3 && before(3) == 0xb0 && [0x46, 0x66, 0x43, 0x63, 0x4b, 0x6b].contains(kind)
      let capitals = count >= 3 && upper.contains(before(3)) && upper.contains(kind)
      if count >= 2 && (beforePeriod.contains(kind) || degree || capitals) { best = max(best, 1) }
    }
    if last == 0x2b && ScalarClasses.isASCIIDigit(before(2)) { best = max(best, 1) }
    if unitEnds.contains(last) {
      for unit in units where unit.count > best && unit.count < count {
        if ScalarClasses.isASCIIDigit(before(unit.count + 1)) && word.suffix(unit.count).elementsEqual(unit) {
          return unit.count
        }
      }
    }
    return best
  }

  private static let hyphens: [[UInt32]] =
    ["-", "–", "—", "--", "---", "——", "~"].map { $0.unicodeScalars.map(\.value) }

  /// The places inside a word where it splits, in order, without overlap.
  func infixes(_ word: Word) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var index = word.startIndex
    while index < word.endIndex {
      if let end = infixEnd(word, index) {
        result.append(index..<end)
        index = end
      } else {
        index += 1
      }
    }
    return result
  }

  private func infixEnd(_ word: Word, _ index: Int) -> Int? {
    let code = word[index]
    let previous = index > word.startIndex ? word[index - 1] : 0
    let next = index + 1 < word.endIndex ? word[index + 1] : 0
    if code == Self.dot && next == Self.dot { return word[index...].prefix { $0 == Self.dot }.endIndex }
    if code == Self.ellipsis || symbols.contains(code) { return index + 1 }
    switch code {
    case 0x2b, 0x2d, 0x2a, 0x5e:
      let joins = ScalarClasses.isASCIIDigit(next) || next == 0x2d
      if ScalarClasses.isASCIIDigit(previous) && joins { return index + 1 }
    case Self.dot:
      if beforeInnerPeriod.contains(previous) && afterInnerPeriod.contains(next) { return index + 1 }
    case 0x2c:
      if letters.contains(previous) && letters.contains(next) { return index + 1 }
    default: break
    }
    guard lettersAndDigits.contains(previous) else { return nil }
    for hyphen in Self.hyphens where word[index...].starts(with: hyphen) {
      let end = index + hyphen.count
      if end < word.endIndex && letters.contains(word[end]) { return end }
    }
    switch code {
    case 0x3a, 0x3c, 0x3e, 0x3d, 0x2f: return letters.contains(next) ? index + 1 : nil
    default: return nil
    }
  }
}
