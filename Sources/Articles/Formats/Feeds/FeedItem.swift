/// What an element of a feed holds.
enum FeedRole: Hashable {
  case item
  case title
  case body
  case summary
  case date
  case id
  case link
  case source
  case language
  /// Something with titles and links of its own, which are not the item's.
  case other

  /// Whether an element of this role holds a few words, and no other elements.
  var isPlain: Bool {
    switch self {
    case .title, .date, .id, .link, .language: true
    case .item, .body, .summary, .source, .other: false
    }
  }

  /// The role of an element by its name in lower case, and its rank among those of that role: the lowest wins. The
  /// names are those of RSS 0.9 to 2.0, RDF, Atom 0.3 and 1.0, and of the modules that news feeds use.
  static func of(_ name: String) -> (role: FeedRole, rank: Int)? {
    if let found = roles[name] { return found }
    guard let colon = name.firstIndex(of: ":"), prefixes.contains(String(name[..<colon])) else { return nil }
    return roles[String(name[name.index(after: colon)...])]
  }

  /// Prefixes of names that mean what they mean without one.
  private static let prefixes: Set<String> = ["a", "a10", "atom", "content", "dc", "dcterms", "rss", "rss1", "xhtml"]

  private static let roles: [String: (role: FeedRole, rank: Int)] = [
    "item": (.item, 0), "entry": (.item, 0),
    "title": (.title, 0), "headline": (.title, 1),
    "encoded": (.body, 0), "content": (.body, 1), "yandex:full-text": (.body, 2), "body": (.body, 3),
    "fulltext": (.body, 3),
    "description": (.summary, 0), "summary": (.summary, 1), "abstract": (.summary, 2),
    "pubdate": (.date, 0), "published": (.date, 0), "issued": (.date, 1), "date": (.date, 2), "created": (.date, 3),
    "updated": (.date, 4), "modified": (.date, 4),
    "guid": (.id, 0), "id": (.id, 0), "identifier": (.id, 1),
    "feedburner:origlink": (.link, 0), "link": (.link, 1),
    "source": (.source, 0), "publisher": (.source, 1), "language": (.language, 0),
    "image": (.other, 0), "textinput": (.other, 0), "author": (.other, 0), "contributor": (.other, 0),
    "items": (.other, 0), "media:group": (.other, 0),
  ]
}

/// An item of a feed as it is collected.
struct FeedItem {
  /// A value and how good it is.
  struct Value {
    var bytes: [UInt8]
    var rank: Int
    /// Whether it says that it is no HTML.
    var isPlainText = false
  }

  var line: Int
  private(set) var values: [FeedRole: Value] = [:]
  /// Whether its id says that it is no address.
  var idIsNoAddress = false
  /// Whether a text was longer than an article may be.
  var isTooLong = false

  init(line: Int) { self.line = line }

  subscript(role: FeedRole) -> Value? { values[role] }

  /// Keeps a value that is not blank, unless there is one that is as good.
  mutating func take(_ value: Value, for role: FeedRole) {
    guard !value.bytes.allSatisfy(Bytes.isSpace) else { return }
    if let other = values[role], other.rank <= value.rank { return }
    values[role] = value
  }
}
