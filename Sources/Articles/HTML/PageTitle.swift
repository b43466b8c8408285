/// Finds a page's headline.
struct PageTitle {
  /// Signs between a headline and the name of the site, the surest first.
  private static let separators = [" | ", " – ", " — ", " - ", " :: ", " · ", " » ", " « ", "_", " • "]
  /// The longest name of a site, in words, and the longest headline, in bytes.
  private static let longest = (site: 5, title: 500)

  let tree: PageTree
  let metadata: PageMetadata
  let roles: [PageHints.Roles]

  /// The headlines that the page gives itself, the best first; not empty where there is a title of any sort.
  func candidates() -> [String] {
    let given = (metadata.titles + [metadata.structured.headline].compactMap { $0 }).map(withoutSite)
    let element = tree.elements(.title).first.map { withoutSite(tree.text(of: $0)) }
    let stated = (given + [element].compactMap { $0 }).filter { !$0.isEmpty && !isSite($0) }
    let headings = headings()
    var candidates: [String] = []
    // A heading that the page's head names too is the headline as readers see it.
    if let heading = headings.first(where: { heading in stated.contains { Self.isSame($0, heading) } }) {
      candidates.append(heading)
    } else if let heading = headings.first, stated.isEmpty || headings.count == 1 {
      candidates.append(heading)
    }
    return candidates + stated
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
    if let heading = headings.first(where: { $0.utf8.count > 12 && title.contains($0) }) { return heading }
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

  /// Whether two headlines are the same but for case, signs and a site's name.
  static func isSame(_ left: String, _ right: String) -> Bool {
    let keys = (key(left), key(right))
    guard keys.0.utf8.count > 2, keys.1.utf8.count > 2 else { return keys.0 == keys.1 && !keys.0.isEmpty }
    return keys.0 == keys.1
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
