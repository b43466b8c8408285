/// Finds a page's headline.
struct PageTitle {
  /// Signs between a headline and the name of the site, the surest first.
  private static let separators = [" | ", " – ", " — ", " - ", " :: ", " · ", " » ", " « ", "_", " • "]
  /// The longest name of a site, in words, and the longest headline, in bytes.
  private static let longest = (site: 5, title: 500)

  private let tree: PageTree
  private let metadata: PageMetadata
  private let roles: [PageHints.Roles]
  /// The page's short blocks, to compare.
  private let shown: Set<String>

  init(tree: PageTree, metadata: PageMetadata, roles: [PageHints.Roles], blocks: [PageBlock]) {
    self.tree = tree
    self.metadata = metadata
    self.roles = roles
    let short = blocks.lazy.filter { (12...400).contains($0.text.count) && $0.linkDensity < 0.5 }.prefix(2000)
    shown = Set(short.map { Self.key(Bytes.text($0.text)) })
  }

  /// The headlines that the page gives itself, the best first; not empty where there is a title of any sort.
  func candidates() -> [String] {
    let given = (metadata.titles + [metadata.structured.headline].compactMap { $0 }).map(withoutSite)
    let element = tree.elements(.title).first.map { withoutSite(tree.text(of: $0)) }
    let stated = (given + [element].compactMap { $0 }).filter { !$0.isEmpty && !isSite($0) }
    let headings = headings()
    // A heading that the page's head names too is the headline as readers see it.
    let judges = given.allSatisfy(\.isEmpty) ? stated : given
    let named = headings.first { heading in judges.contains { Self.isSame($0, heading) } }
    // What the head says nothing of may be the name of a blog; what it says a little differently is a headline.
    let likely = headings.first { heading in
      stated.isEmpty || judges.contains { Self.share($0, heading) >= 0.4 } || (given.isEmpty && headings.count == 1)
    }
    return [named ?? likely].compactMap { $0 } + stated
  }

  /// The share of words that two headlines have in common.
  private static func share(_ left: String, _ right: String) -> Double {
    RepeatRule.likeness(RepeatRule.words(Array(left.utf8)), RepeatRule.words(Array(right.utf8)))
  }

  /// The texts of headings of the first rank, or of the second where there are none, outside the site's head.
  private func headings() -> [String] {
    for tags: [HTMLTag] in [[.h1], [.h2, .h3]] {
      var found: [String] = []
      for index in tree.nodes.indices where tree.nodes[index].tag.map(tags.contains) == true {
        let isFurniture = tree.ancestors(of: index).contains { above in
          tree.nodes[above].tag == .nav || tree.nodes[above].tag == .aside
            || roles[above].has(.comments) || roles[above].has(.barrier) || roles[above].has(.furniture)
        }
        let text = tree.text(of: index, limit: Self.longest.title)
        if !isFurniture, !text.isEmpty, !isSite(text), text.utf8.count <= Self.longest.title { found.append(text) }
        if found.count == 10 { break }
      }
      if !found.isEmpty { return tags == [.h1] ? found : Array(found.filter(isStated)) }
    }
    return []
  }

  private func isStated(_ text: String) -> Bool {
    let titles = metadata.titles + [metadata.structured.headline].compactMap { $0 }
    let element = tree.elements(.title).first.map { tree.text(of: $0) } ?? ""
    return titles.contains { Self.isSame($0, text) }
      || (PageBlock.words(in: Array(text.utf8)) > 2 && element.contains(text))
  }

  private func isSite(_ text: String) -> Bool {
    metadata.publisher.map { Self.key($0) == Self.key(text) } ?? false
  }

  /// A title without the name of the site before or behind it.
  func withoutSite(_ title: String) -> String {
    var title = title
    let headings = tree.elements(.h1).prefix(5).map { tree.text(of: $0, limit: Self.longest.title) }
    if let heading = headings.first(where: { $0.utf8.count * 2 > title.utf8.count && title.contains($0) }) {
      return heading
    }
    // Twice: behind the headline stand a section and a site.
    for _ in 0..<3 {
      guard let shorter = shortened(title) else { break }
      title = shorter
    }
    return title
  }

  private func shortened(_ title: String) -> String? {
    for separator in Self.separators {
      guard title.contains(separator) else { continue }
      let parts = title.components(separator)
      guard parts.count > 1, let last = parts.last, let first = parts.first else { continue }
      // What the page shows by itself is the headline.
      for part in [first, last] where shown.contains(Self.key(part)) { return part }
      if isSite(last) { return parts.dropLast().joined(separator: separator) }
      if isSite(first) { return parts.dropFirst().joined(separator: separator) }
      let rest = parts.dropLast().joined(separator: separator)
      let words = (PageBlock.words(in: Array(rest.utf8)), PageBlock.words(in: Array(last.utf8)))
      if words.0 >= 4, words.1 <= Self.longest.site, words.0 > words.1, separator != " - " || isName(last) {
        return rest
      }
    }
    return nil
  }

  /// Whether all longer words begin with a capital, as in names.
  private func isName(_ text: String) -> Bool {
    text.split(separator: " ").allSatisfy { word in
      word.utf8.count <= 3 || word.first.map { $0.isUppercase || !$0.isCased } == true
    }
  }

  /// Whether two headlines are the same but for case and signs; with a kicker, words may stand before the second.
  static func isSame(_ left: String, _ right: String, withKicker: Bool = false) -> Bool {
    isSame(key: key(left), key(right), withKicker: withKicker)
  }

  /// The same of two keys.
  static func isSame(key left: String, _ right: String, withKicker: Bool = false) -> Bool {
    if left == right { return !left.isEmpty }
    return withKicker && left.utf8.count >= 20 && right.hasSuffix(left) && right.utf8.count <= left.utf8.count + 40
  }

  /// A headline to compare: letters and digits in lower case.
  static func key(_ text: String) -> String {
    String(
      text.lowercased().unicodeScalars.prefix(400).filter {
        $0.properties.isAlphabetic || $0.properties.numericType != nil
      })
  }
}

extension String {
  /// The parts between a separator.
  fileprivate func components(_ separator: String) -> [String] {
    var parts: [String] = []
    var rest = self[...]
    while let found = rest.firstRange(of: separator) {
      parts.append(String(rest[..<found.lowerBound]))
      rest = rest[found.upperBound...]
    }
    return parts + [String(rest)]
  }
}
