/// Finds the blocks of a page that are its article: by the density of text and links, the meaning of elements and the
/// names of classes.
///
/// 1. What is no article wherever it stands (comments, consent, hidden parts) is left out.
/// 2. Parts that look like furniture are left out unless most of the running text stands in them.
/// 3. The smallest element is taken that holds nearly all running text; one that says it is the article may hold less.
/// 4. What stands between the headline and it joins it, and what is no text is taken from its ends and its middle.
struct MainText {
  let tree: PageTree
  let roles: [PageHints.Roles]
  /// All blocks of the page but for those that are never text.
  let all: [PageBlock]
  /// The page's own words for its headline.
  let titles: [String]
  let data: ReadingData

  /// The fewest words of running text that let the rest of a page be furniture.
  private static let article = 60.0

  /// The blocks of the article, in order.
  func blocks() -> [PageBlock] {
    let kept = withoutFurniture(all)
    guard !kept.isEmpty else { return [] }
    let sums = WeightSums(kept)
    let container = self.container(sums)
    let range = sums.blocks(in: container..<tree.nodes[container].end)
    let title = titleBlock(in: kept, before: range)
    let lead = title.map { $0..<range.lowerBound } ?? range.lowerBound..<range.lowerBound
    let before = lead.clamped(to: 0..<kept.count).map { kept[$0] }.filter(belongsBefore)
    return MainTextFilter(data: data, titles: titles).filter(before + kept[range])
  }

  /// The blocks of a page but for those that are never text.
  static func candidates(_ tree: PageTree, roles: [PageHints.Roles]) -> [PageBlock] {
    PageBlocks(tree, roles: roles) { isNeverText($0, tree, roles) }.blocks
  }

  /// Whether a part is left out whatever it holds.
  private static func isNeverText(_ element: Int, _ tree: PageTree, _ roles: [PageHints.Roles]) -> Bool {
    let own = roles[element]
    if own.has(.comments) || own.has(.barrier) || tree.nodes[element].tag == .nav { return true }
    if own.has(.code), tree.nodes[element].tag != .body { return true }
    guard tree.nodes[element].tag == .pre else { return own.has(.hidden) && tree.nodes[element].tag?.isInline == true }
    return (element..<tree.nodes[element].end).contains { tree.nodes[$0].tag == .code }
  }

  // MARK: Furniture

  private func withoutFurniture(_ blocks: [PageBlock]) -> [PageBlock] {
    let weak: PageHints.Roles = [PageHints.Roles(.furniture), PageHints.Roles(.teaser), PageHints.Roles(.hidden)]
    let sums = WeightSums(blocks)
    // The outermost parts that look like furniture.
    var parts: [Range<Int>] = []
    var index = 0
    while index < tree.nodes.count {
      let isPart = tree.nodes[index].tag != nil && !roles[index].isDisjoint(with: weak)
      if isPart { parts.append(index..<tree.nodes[index].end) }
      index = isPart ? tree.nodes[index].end : index + 1
    }
    let inParts = parts.reduce(0.0) { $0 + sums.good(in: $1) }
    let core = sums.good(in: 0..<tree.nodes.count) - inParts
    var left: [Range<Int>] = []
    // One that holds the article is looked into: what is furniture in it goes all the same.
    var open = parts[...]
    while let part = open.popFirst() {
      let good = sums.good(in: part)
      let holdsArticle = core >= Self.article ? good > 2 * core : good >= Self.article || good > core
      guard holdsArticle else {
        left.append(part)
        continue
      }
      var index = part.lowerBound + 1
      while index < part.upperBound {
        if tree.nodes[index].tag != nil, !roles[index].isDisjoint(with: weak) {
          open.append(index..<tree.nodes[index].end)
          index = tree.nodes[index].end
        } else {
          index += 1
        }
      }
    }
    left.sort { $0.lowerBound < $1.lowerBound }
    var next = left[...]
    return blocks.filter { block in
      while let part = next.first, part.upperBound <= block.node { next.removeFirst() }
      return next.first.map { !$0.contains(block.node) } ?? true
    }
  }

  // MARK: The container

  /// How much more of the text the elements around an element must hold to be taken in its place.
  private func tolerance(of element: Int, headline: Int?) -> Double {
    let holdsHeadline = headline.map((element..<tree.nodes[element].end).contains) ?? false
    if tree.nodes[element].tag == .article, holdsHeadline { return 0.8 }
    if tree.value(.itemprop, of: element)?.lowercased().contains("articlebody") == true { return 0.5 }
    if roles[element].has(.text) { return 0.35 }
    switch tree.nodes[element].tag {
    case .article, .main: return 0.25
    default: return holdsHeadline ? 0.25 : 0.1
    }
  }

  /// An element that may be the container.
  private struct Choice {
    var element: Int
    var value: Double
    var tolerance: Double
  }

  /// The element that holds the article.
  private func container(_ sums: WeightSums) -> Int {
    if let article = firstOfSeveral(sums) { return article }
    let headline = tree.elements(.h1).first { heading in
      titles.contains { PageTitle.isSame($0, tree.text(of: heading, limit: 500)) }
    }
    var best = [Choice?](repeating: nil, count: tree.nodes.count)
    for index in tree.nodes.indices.reversed() {
      // Inline elements hand on what stands in them.
      guard let tag = tree.nodes[index].tag, !tag.isInline || index == 0 else { continue }
      let own = sums.value(in: index..<tree.nodes[index].end)
      let tolerance = self.tolerance(of: index, headline: headline)
      var choice = Choice(element: index, value: own, tolerance: tolerance)
      if let inner = best[index], own <= inner.value * (1 + inner.tolerance) {
        choice = inner
        // What stands around an article needs as much to take the place of a part of it.
        choice.tolerance = max(inner.tolerance, tolerance)
      }
      best[index] = choice
      var above = tree.nodes[index].parent
      while above > 0, tree.nodes[above].tag?.isInline == true { above = tree.nodes[above].parent }
      if above >= 0, choice.value > best[above]?.value ?? 0 { best[above] = choice }
    }
    return best.first.flatMap { $0 }?.element ?? 0
  }

  /// Where several articles follow one another, each with a first headline of its own: the one whose headline is the
  /// page's, otherwise the first.
  private func firstOfSeveral(_ sums: WeightSums) -> Int? {
    var articles: [(element: Int, heading: String)] = []
    var index = 0
    while index < tree.nodes.count {
      let node = tree.nodes[index]
      if node.tag == .article, sums.good(in: index..<node.end) >= 30 {
        if let heading = (index..<node.end).first(where: { tree.nodes[$0].tag == .h1 }) {
          articles.append((index, tree.text(of: heading, limit: 400)))
        }
        index = node.end
      } else {
        index += 1
      }
    }
    guard articles.count > 1 else { return nil }
    return (articles.first { article in titles.contains { PageTitle.isSame($0, article.heading) } } ?? articles[0])
      .element
  }

  // MARK: Before the container

  /// The last block before the article that is its headline.
  private func titleBlock(in blocks: [PageBlock], before range: Range<Int>) -> Int? {
    blocks[..<range.lowerBound].lastIndex { block in
      block.isHeading && titles.contains { PageTitle.isSame($0, Bytes.text(block.text), withKicker: true) }
    }
  }

  /// Whether a block between headline and article sums it up, names its author or describes its picture.
  private func belongsBefore(_ block: PageBlock) -> Bool {
    if block.linkDensity > 0.5 && !block.roles.has(.byline) { return false }
    if block.roles.has(.byline) || block.roles.has(.caption) || block.roles.has(.credit) { return true }
    if block.roles.has(.date) { return false }
    return block.isGood || block.kind == .item || (block.roles.has(.lead) && block.words >= 4)
      || (block.isHeading && block.words >= 6)
  }
}

/// Sums of what blocks weigh over stretches of the tree.
struct WeightSums {
  private var nodes: [Int] = []
  private var goods: [Double] = [0]
  private var values: [Double] = [0]

  init(_ blocks: [PageBlock]) {
    for block in blocks {
      nodes.append(block.node)
      goods.append((goods.last ?? 0) + (block.isGood ? block.weight : 0))
      values.append((values.last ?? 0) + block.weight)
    }
  }

  /// The blocks whose first text stands in a stretch of the tree.
  func blocks(in range: Range<Int>) -> Range<Int> {
    let first = place(of: range.lowerBound)
    return first..<max(first, place(of: range.upperBound))
  }

  /// Words of running text.
  func good(in range: Range<Int>) -> Double {
    let blocks = blocks(in: range)
    return goods[blocks.upperBound] - goods[blocks.lowerBound]
  }

  /// Words of running text less what speaks against it.
  func value(in range: Range<Int>) -> Double {
    let blocks = blocks(in: range)
    return values[blocks.upperBound] - values[blocks.lowerBound]
  }

  /// The first block at or behind a node.
  private func place(of node: Int) -> Int {
    var low = 0
    var high = nodes.count
    while low < high {
      let middle = (low + high) / 2
      if nodes[middle] < node { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
