/// What the names of classes and ids say of the parts of pages.
struct PageHints: Sendable {
  /// What a part is.
  enum Role: UInt16, CaseIterable {
    case text, furniture, comments, caption, credit, byline, date, teaser, lead, code, hidden, barrier

    /// The role of a name in the table.
    init?(name: String) {
      guard let role = Self.allCases.first(where: { "\($0)" == name }) else { return nil }
      self = role
    }
  }

  /// Where in a name a hint must stand.
  enum Match: String {
    case any, whole, end
  }

  /// Several roles.
  struct Roles: OptionSet, Hashable, Sendable {
    var rawValue: UInt16

    init(rawValue: UInt16) { self.rawValue = rawValue }

    init(_ role: Role) { rawValue = 1 << role.rawValue }

    func has(_ role: Role) -> Bool { contains(Roles(role)) }
  }

  /// A hint without its first word.
  private struct Hint {
    var rest: [String]
    var match: Match
    var roles: Roles
  }

  /// The longest text of classes and ids that is looked at, in bytes.
  private static let longest = 600

  /// Hints by their first word.
  private var hints: [String: [Hint]] = [:]
  /// Words that take back the hint behind them, and the hint before them.
  private var negations: (before: Set<String>, behind: Set<String>) = ([], [])

  mutating func add(_ words: [String], match: Match, role: Role) {
    guard let first = words.first else { return }
    hints[first, default: []].append(Hint(rest: Array(words.dropFirst()), match: match, roles: Roles(role)))
  }

  mutating func addNegation(_ word: String, isBefore: Bool) {
    if isBefore { negations.before.insert(word) } else { negations.behind.insert(word) }
  }

  /// The roles that names separated by white space give. Where one name says that a part is the text, another does
  /// not make it furniture.
  func roles(of names: String) -> Roles {
    var all: Roles = []
    for name in Array(names.utf8.prefix(Self.longest)).split(whereSeparator: Bytes.isSpace) {
      let found = roles(ofName: Self.words(of: name))
      // In one name the narrower word counts: "article-body-share" shares.
      all.formUnion(found.isDisjoint(with: Self.dropped) ? found : found.subtracting([Roles(.text), Roles(.lead)]))
    }
    return all.has(.text) ? all.subtracting([Roles(.furniture), Roles(.teaser)]) : all
  }

  /// Roles whose parts are no article.
  static let dropped: Roles = [
    Roles(.furniture), Roles(.comments), Roles(.barrier), Roles(.teaser), Roles(.code), Roles(.hidden),
  ]

  private func roles(ofName words: [String]) -> Roles {
    var roles: Roles = []
    for (index, word) in words.enumerated() {
      for hint in hints[word] ?? [] {
        let end = index + 1 + hint.rest.count
        guard end <= words.count, words[(index + 1)..<end].elementsEqual(hint.rest) else { continue }
        switch hint.match {
        case .whole where words.count != end || index != 0: continue
        case .end where words.count != end: continue
        default: break
        }
        if index > 0, negations.before.contains(words[index - 1]) { continue }
        if end < words.count, negations.behind.contains(words[end]) { continue }
        roles.formUnion(hint.roles)
      }
    }
    return roles
  }

  /// A name's words in lower case: "article-body__p", "ArticleBody_2" → article, body, p; article, body.
  static func words(of name: some Sequence<UInt8>) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    var last: UInt8 = 0
    for byte in name {
      let isStart = Bytes.isUpper(byte) && Bytes.isLower(last)
      if (!Bytes.isWord(byte) || Bytes.isDigit(byte) || isStart) && !word.isEmpty {
        words.append(Bytes.text(word))
        word = []
      }
      if Bytes.isWord(byte), !Bytes.isDigit(byte) { word.append(Bytes.isUpper(byte) ? byte + 32 : byte) }
      last = byte
    }
    if !word.isEmpty { words.append(Bytes.text(word)) }
    return words
  }
}
