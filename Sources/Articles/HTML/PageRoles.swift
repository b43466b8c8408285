/// Finds what each element of a page is, by its tag, its attributes and its names.
struct PageRoles {
  /// The roles of the elements themselves, by their place in the tree.
  private(set) var own: [PageHints.Roles]

  private let tree: PageTree

  /// Attributes whose names tell what an element is.
  private static let naming: [HTMLAttribute] = [.classes, .id, .testID, .component, .element, .name]

  init(_ tree: PageTree, hints: PageHints) {
    self.tree = tree
    own = [PageHints.Roles](repeating: [], count: tree.nodes.count)
    var known: [String: PageHints.Roles] = [:]
    for (index, node) in tree.nodes.enumerated() {
      guard let tag = node.tag else { continue }
      let attributes = tree.attributes(of: index)
      var roles: PageHints.Roles = []
      for attribute in Self.naming where !attributes.isEmpty {
        guard attribute != .name || tag == .other, let names = attributes[attribute] else { continue }
        // Pages use the same names again and again.
        let found = known[names] ?? hints.roles(of: names)
        if known.count < 5000 { known[names] = found }
        roles.formUnion(found)
      }
      if roles.has(.text) { roles.subtract([PageHints.Roles(.furniture), PageHints.Roles(.teaser)]) }
      roles.formUnion(Self.roles(of: tag, attributes))
      own[index] = Self.weighed(roles, tag)
    }
  }

  /// What a tag and attributes with fixed values say.
  private static func roles(of tag: HTMLTag, _ attributes: [HTMLAttribute: String]) -> PageHints.Roles {
    var roles: PageHints.Roles = []
    func add(_ role: PageHints.Role) { roles.formUnion(PageHints.Roles(role)) }
    switch tag {
    case .nav, .aside, .footer, .form, .dialog, .menu, .dir: add(.furniture)
    case .figcaption: add(.caption)
    case .address: add(.byline)
    case .head, .title, .rp, .rt: add(.hidden)
    default: break
    }
    guard !attributes.isEmpty else { return roles }
    switch attributes[.role] {
    case "navigation", "banner", "contentinfo", "complementary", "search", "toolbar", "menu", "menubar": add(.furniture)
    case "dialog", "alertdialog": add(.barrier)
    default: break
    }
    let items = attributes[.itemprop]?.lowercased() ?? ""
    if items.contains("articlebody") || items == "text" { add(.text) }
    if items == "author" { add(.byline) }
    if items == "datepublished" || items == "datemodified" { add(.date) }
    if items == "caption" { add(.caption) }
    if attributes[.rel] == "author" { add(.byline) }
    if attributes[.hidden] != nil, !tag.isInline { add(.hidden) }
    if attributes[.ariaHidden] == "true", !tag.isInline, attributes[.role] != nil { add(.hidden) }
    if let style = attributes[.style] {
      let plain = style.lowercased().filter { !$0.isWhitespace }
      if plain.contains("display:none") || plain.contains("visibility:hidden") || plain.contains("mso-hide:all") {
        add(.hidden)
      }
    }
    return roles
  }

  /// Without what such an element cannot be: the whole page is no share bar, whatever its classes say.
  private static func weighed(_ roles: PageHints.Roles, _ tag: HTMLTag) -> PageHints.Roles {
    switch tag {
    case .html, .body: return roles.intersection(PageHints.Roles(.hidden))
    case .main: return roles.subtracting(PageHints.dropped)
    case .article: return roles.subtracting([PageHints.Roles(.furniture), PageHints.Roles(.barrier)])
    // A headline or paragraph may bear the name of what stands beside it.
    case .h1: return roles.intersection([PageHints.Roles(.hidden), PageHints.Roles(.comments)])
    case .time: return roles.union(PageHints.Roles(.date))
    default: return roles
    }
  }

  /// Marks lists of teasers that no name gives away: three or more like elements, each with a link first and few
  /// other words.
  mutating func markTeasers() {
    /// Elements that are alike: in the same element, of the same kind and class.
    struct Kind: Hashable {
      var parent: Int
      var tag: HTMLTag
      var classes: String
    }
    let measure = LinkMeasure(tree)
    let members = tree.nodes.indices.filter { Self.mayBeTeaser(tree.nodes[$0].tag) }
    var teasers = [Int](repeating: 0, count: tree.nodes.count)
    for member in members where measure.isTeaser(member) { teasers[max(0, tree.nodes[member].parent)] += 1 }
    var groups: [Kind: [Int]] = [:]
    for member in members {
      guard let tag = tree.nodes[member].tag, teasers[max(0, tree.nodes[member].parent)] >= 3 else { continue }
      let classes = tree.attributes(of: member)[.classes] ?? ""
      groups[Kind(parent: tree.nodes[member].parent, tag: tag, classes: classes), default: []].append(member)
    }
    for (_, members) in groups {
      let found = members.filter(measure.isTeaser)
      guard found.count >= 3, found.count * 5 >= members.count * 4 else { continue }
      for member in found { own[member].formUnion(PageHints.Roles(.teaser)) }
    }
  }

  private static func mayBeTeaser(_ tag: HTMLTag?) -> Bool {
    switch tag {
    case nil, .p, .td, .th, .tr, .dd, .dt: false
    default: tag?.isInline == false
    }
  }
}

/// How much of an element's text is links; prefix sums over the tree, so that any element is measured at once.
private struct LinkMeasure {
  /// The fewest bytes of a teaser's link, and the most of its other text.
  private static let teaser = (link: 12, other: 260)

  private var all: [Int] = [0]
  private var linked: [Int] = [0]
  private var firstLinked: [Bool] = []
  private let ends: [Int]

  init(_ tree: PageTree) {
    ends = tree.nodes.map(\.end)
    var linkEnd = 0
    for (index, node) in tree.nodes.enumerated() {
      if node.tag == .a { linkEnd = max(linkEnd, node.end) }
      let count = tree.bytes[node.text].reduce(0) { Bytes.isSpace($1) ? $0 : $0 + 1 }
      let isLinked = index < linkEnd
      all.append((all.last ?? 0) + count)
      linked.append((linked.last ?? 0) + (isLinked ? count : 0))
      firstLinked.append(isLinked)
    }
    // For each element whether the first text in it is a link.
    for index in tree.nodes.indices.reversed() where tree.nodes[index].tag != nil && tree.nodes[index].tag != .a {
      var child = index + 1
      while child < tree.nodes[index].end, all[tree.nodes[child].end] == all[child] { child = tree.nodes[child].end }
      firstLinked[index] = child < tree.nodes[index].end && firstLinked[child]
    }
  }

  func isTeaser(_ element: Int) -> Bool {
    guard firstLinked[element] else { return false }
    let end = ends[element]
    let links = linked[end] - linked[element]
    return links >= Self.teaser.link && all[end] - all[element] - links <= Self.teaser.other
  }
}
