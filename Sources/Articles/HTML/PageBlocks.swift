/// Cuts a page into blocks.
struct PageBlocks {
  /// A line break inside a block, until its lines are joined or parted.
  private static let lineBreak = Bytes.newline

  /// The blocks, in order.
  private(set) var blocks: [PageBlock] = []

  /// An element that the walk is in.
  private struct Open {
    var node: Int
    var end: Int
    var element: Int
    var isBlock: Bool
    var roles: PageHints.Roles
    var kind: PageBlock.Kind
    var isLink: Bool
    var isQuoted: Bool
    var isPreformatted: Bool
    /// Whether it stands in a table of data, whose rows are blocks.
    var isData: Bool
  }

  private let tree: PageTree
  private var open: [Open] = []
  private var text: [UInt8] = []
  private var linked = 0
  private var first: Int?
  /// What all of the text stands in.
  private var roles: PageHints.Roles = []
  /// The element that was closed last: where it ended, and what it stood in.
  private var closed = (end: -1, parent: -1)

  /// Cuts the part of a page that begins at a node; parts for which `isLeftOut` holds are left out.
  init(_ tree: PageTree, roles: [PageHints.Roles], isLeftOut: (Int) -> Bool) {
    self.tree = tree
    let tables = DataTables(tree)
    var index = 0
    while index < tree.nodes.count {
      while let last = open.last, last.end <= index { close(last) }
      let node = tree.nodes[index]
      guard let tag = node.tag else {
        add(node.text, at: index)
        index += 1
        continue
      }
      let isBlock = !tag.isInline && tag != .br && tag != .img
      if isLeftOut(index) {
        if isBlock { flush() }
        index = node.end
        continue
      }
      if tag == .br { breakLine() }
      if tag == .span, isBehindElement(index) { part() }
      enter(index, tag, isBlock: isBlock, roles[index], isData: tables.isData(index))
      index += 1
    }
    while let last = open.last { close(last) }
    flush()
  }

  /// Whether an element stands right behind another one in the same element.
  private func isBehindElement(_ index: Int) -> Bool {
    closed.end == index && closed.parent == tree.nodes[index].parent
  }

  /// Parts the words of neighbouring elements that only their style parts on the screen.
  private mutating func part() {
    guard text.count > 1, let last = text.last, Bytes.isWord(last), Bytes.isWord(text[text.count - 2]) else { return }
    text.append(Bytes.space)
  }

  private mutating func enter(_ index: Int, _ tag: HTMLTag, isBlock: Bool, _ roles: PageHints.Roles, isData: Bool) {
    let outer = open.last
    let isCell = (tag == .td || tag == .th) && outer?.isData == true
    if isCell {
      if !text.isEmpty { text += " | ".utf8 }
    } else if isBlock {
      flush()
    }
    var inner =
      outer
      ?? Open(
        node: 0, end: 0, element: 0, isBlock: true, roles: [], kind: .text, isLink: false,
        isQuoted: false,
        isPreformatted: false, isData: false)
    inner.node = index
    inner.end = tree.nodes[index].end
    inner.isBlock = isBlock && !isCell
    inner.roles.formUnion(roles)
    if isBlock { inner.element = index }
    if let level = tag.headingLevel { inner.kind = .heading(level: level) }
    switch tag {
    case .li, .dt, .dd: inner.kind = .item
    case .tr where isData || outer?.isData == true: inner.kind = .row
    case .table:
      inner.kind = .text
      inner.isData = isData
    case .a: inner.isLink = true
    case .blockquote: inner.isQuoted = true
    case .pre: inner.isPreformatted = true
    case .figcaption, .caption: inner.roles.formUnion(PageHints.Roles(.caption))
    default: break
    }
    open.append(inner)
  }

  private mutating func close(_ last: Open) {
    closed = (last.end, tree.nodes[last.node].parent)
    if last.isBlock { flush() }
    open.removeLast()
  }

  private mutating func add(_ range: Range<Int>, at index: Int) {
    guard !range.isEmpty, let last = open.last else { return }
    let before = text.count
    if last.isPreformatted {
      text += tree.bytes[range].map { $0 == 13 ? Bytes.newline : $0 }
    } else {
      PageTree.append(tree.bytes[range].lazy.map { $0 == Bytes.newline ? Bytes.space : $0 }, to: &text)
      if before > 0, text.count > before, text[before] == Bytes.space, text[before - 1] == Self.lineBreak {
        text.remove(at: before)
      }
    }
    if first == nil, text[min(before, text.count)...].contains(where: { !Bytes.isSpace($0) }) {
      first = index
      roles = last.roles
    } else if text.count > before + 1 {
      roles.formIntersection(last.roles)
    }
    if last.isLink { linked += text.count - before }
  }

  private mutating func breakLine() {
    guard let last = open.last else { return }
    if case .heading = last.kind {
      text.append(Bytes.space)
    } else if last.kind == .row {
      text.append(Bytes.space)
    } else if !text.isEmpty {
      text.append(Self.lineBreak)
    }
  }

  /// Ends a block: its lines become blocks of their own unless one goes on with the one before.
  private mutating func flush() {
    defer {
      text = []
      linked = 0
      first = nil
    }
    guard let first, let last = open.last else { return }
    let total = max(1, text.count)
    for line in Self.paragraphs(of: text) where line.contains(where: { Bytes.isWord($0) }) {
      // Links are shared out evenly among the lines of one run of text.
      blocks.append(
        PageBlock(
          text: line, kind: last.kind, node: first, element: last.element, roles: roles,
          linked: linked * line.count / total, isQuoted: last.isQuoted,
          isParagraph: tree.nodes[last.element].tag == .p))
    }
  }

  /// The lines of a text, those that were only wrapped joined.
  private static func paragraphs(of text: [UInt8]) -> [[UInt8]] {
    guard text.contains(lineBreak) else { return [trimmed(text[...])].filter { !$0.isEmpty } }
    var groups: [[[UInt8]]] = [[]]
    for line in text.split(separator: lineBreak, omittingEmptySubsequences: false) {
      let line = trimmed(line)
      if !line.isEmpty {
        groups[groups.count - 1].append(line)
      } else if groups.last?.isEmpty == false {
        groups.append([])
      }
    }
    let wrapping = Wrapping(groups: groups)
    var paragraphs: [[UInt8]] = []
    for group in groups {
      for (index, line) in group.enumerated() {
        let goesOn = line.first.map(Bytes.isLower) == true && index > 0 && !PageBlock.endsSentence(group[index - 1])
        if index > 0, goesOn || wrapping?.joins(group[index - 1], line) == true {
          paragraphs[paragraphs.count - 1] += [Bytes.space] + line
        } else {
          paragraphs.append(line)
        }
      }
    }
    return paragraphs
  }

  /// The line with one space for each stretch of white space and none at its ends.
  private static func trimmed(_ line: ArraySlice<UInt8>) -> [UInt8] {
    var clean: [UInt8] = []
    PageTree.append(line, to: &clean)
    return Array(clean[Bytes.trimmed(0..<clean.count, of: clean)])
  }
}

/// Tells tables of data from tables that only lay out a page.
struct DataTables {
  /// The longest text of a cell of data, in bytes.
  private static let longestCell = 400

  private var tables: Set<Int> = []

  init(_ tree: PageTree) {
    // Innermost first; a table that holds another lays out.
    var outer: Set<Int> = []
    for table in tree.elements(.table).reversed() {
      for above in tree.ancestors(of: table) where tree.nodes[above].tag == .table {
        outer.insert(above)
        break
      }
      if !outer.contains(table), Self.holdsData(tree, table) { tables.insert(table) }
    }
  }

  /// Whether an element is a table of data.
  func isData(_ element: Int) -> Bool { tables.contains(element) }

  private static func holdsData(_ tree: PageTree, _ table: Int) -> Bool {
    if ["presentation", "none"].contains(tree.value(.role, of: table)) { return false }
    var rows = 0
    var cells = 0
    var heads = 0
    var length = 0
    for index in table..<tree.nodes[table].end {
      switch tree.nodes[index].tag {
      case .tr: rows += 1
      case .td, .th:
        cells += 1
        length = 0
        if tree.nodes[index].tag == .th { heads += 1 }
      case .div, .ul, .ol, .h1, .h2, .h3, .form, .article, .section, .pre, .blockquote: return false
      case nil:
        length += tree.nodes[index].text.count
        if length > longestCell { return false }
      default: break
      }
    }
    return rows >= 2 && cells >= 2 * rows - heads && cells >= 4
  }
}
