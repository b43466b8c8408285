import Vocabulary

/// Takes from the blocks of an article what is no article, and says what the others are.
struct MainTextFilter {
  private let boilerplate: BoilerplateRule
  /// The page's own words for its headline, to compare.
  private let titles: [String]
  private let longestTitle: Int

  init(data: ReadingData, titles: [String]) {
    boilerplate = BoilerplateRule(data: data)
    self.titles = titles.map(PageTitle.key)
    longestTitle = titles.reduce(0) { max($0, $1.utf8.count) }
  }

  /// The longest byline and credit, in words.
  private static let longestByline = 20
  /// How many blocks are compared for repeats.
  private static let memory = 4000

  /// The blocks that stay.
  func filter(_ blocks: [PageBlock]) -> [PageBlock] {
    var seen: Set<[UInt8]> = []
    var stays = blocks.map { self.stays($0) }
    for (index, block) in blocks.enumerated() where stays[index] && block.words >= 6 {
      // The same words twice: for small and for large screens.
      if seen.contains(block.text) { stays[index] = false }
      if seen.count < Self.memory { seen.insert(block.text) }
    }
    trim(blocks, &stays)
    dropBoxes(blocks, &stays)
    dropBareHeadings(blocks, &stays)
    return blocks.indices.filter { stays[$0] }.map { blocks[$0] }
  }

  /// What the analyser is told of a block; nil where it may find out itself.
  func mark(of block: PageBlock) -> Block.Kind? {
    if block.roles.has(.caption) { return .caption }
    if block.roles.has(.credit), block.words <= Self.longestByline { return .credit }
    if isByline(block) { return .byline }
    switch block.kind {
    case .heading: return .heading
    // Short ones would be taken for headings.
    case .item, .row: return .paragraph
    case .text: return nil
    }
  }

  private func isByline(_ block: PageBlock) -> Bool {
    block.roles.has(.byline) && block.words <= Self.longestByline && !(block.endsSentence && block.words > 8)
  }

  private func isTitle(_ block: PageBlock) -> Bool {
    guard !titles.isEmpty, block.text.count <= longestTitle + 60 else { return false }
    let key = PageTitle.key(Bytes.text(block.text))
    return titles.contains { PageTitle.isSame(key: $0, key, withKicker: block.isHeading) }
  }

  /// Whether a block by itself may be of the article.
  private func stays(_ block: PageBlock) -> Bool {
    if isTitle(block) { return false }
    if block.text.starts(with: "©".utf8), !block.roles.has(.caption), !block.roles.has(.credit) { return false }
    if boilerplate.applies(block.text) { return false }
    if block.roles.has(.caption) || block.roles.has(.credit) { return block.words >= 2 }
    if isByline(block) { return block.words >= 2 }
    if block.roles.has(.date), block.words <= 12 { return false }
    if block.kind == .row { return true }
    if block.linkDensity >= 0.5 {
      // A paragraph may be one link; announcements of other articles are short.
      return block.words >= 25 && block.endsSentence
    }
    return true
  }

  /// Takes away what stands before and behind the running text and is none.
  private func trim(_ blocks: [PageBlock], _ stays: inout [Bool]) {
    func isBody(_ block: PageBlock) -> Bool {
      mark(of: block) == nil
        && (block.endsSentence || block.words >= 12 || block.kind != .text || block.roles.has(.lead))
    }
    for index in blocks.indices where stays[index] {
      if isBody(blocks[index]) { break }
      if mark(of: blocks[index]) == nil { stays[index] = false }
    }
    for index in blocks.indices.reversed() where stays[index] {
      let mark = mark(of: blocks[index])
      if isBody(blocks[index]) { break }
      if mark == nil || mark == .heading { stays[index] = false }
    }
  }

  /// Where nearly all text stands in paragraphs, takes away the short texts of other elements between them.
  private func dropBoxes(_ blocks: [PageBlock], _ stays: inout [Bool]) {
    let good = blocks.indices.filter { stays[$0] && blocks[$0].isGood && blocks[$0].kind == .text }
    let inParagraphs = good.filter { blocks[$0].isParagraph }
    let words = (good.reduce(0) { $0 + blocks[$1].words }, inParagraphs.reduce(0) { $0 + blocks[$1].words })
    guard let first = inParagraphs.first, let last = inParagraphs.last, words.1 * 100 >= words.0 * 85 else { return }
    for index in first..<last where stays[index] && !blocks[index].isParagraph && blocks[index].kind == .text {
      if mark(of: blocks[index]) == nil, blocks[index].words < 30, !blocks[index].isQuoted { stays[index] = false }
    }
  }

  /// Takes away headings that have lost all that stood below them.
  private func dropBareHeadings(_ blocks: [PageBlock], _ stays: inout [Bool]) {
    var hasLost = false
    var hasBody = false
    var below = 7
    for index in blocks.indices.reversed() {
      guard case .heading(let level) = blocks[index].kind else {
        // A few words before links that are gone announced them.
        let isLabel = blocks[index].words <= 4 && !blocks[index].endsSentence && blocks[index].kind == .text
        if isLabel, index + 1 < blocks.count, !stays[index + 1], blocks[index + 1].linkDensity >= 0.5 {
          stays[index] = false
        }
        if stays[index] { hasBody = true } else { hasLost = true }
        continue
      }
      if stays[index], hasLost, !hasBody, level >= below || below == 7 { stays[index] = false }
      (hasLost, hasBody, below) = (false, stays[index], level)
    }
  }
}
