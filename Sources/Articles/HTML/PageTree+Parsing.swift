private import CGumbo

extension PageTree {
  /// The most memory that a tree may take while it is built, in bytes; a page within the cleaner's limits takes less.
  static let memory = 1 << 30

  /// Parses HTML that `MarkupCleaner` has written; nil where memory does not suffice.
  ///
  /// - Complexity: O(n) in the bytes; the cleaner bounds the depth.
  init?(cleaned html: [UInt8], memory: Int = PageTree.memory) {
    let isRead = html.withUnsafeBytes { buffer -> Bool in
      let start = buffer.baseAddress?.assumingMemoryBound(to: CChar.self)
      guard let page = ententeOpenPage(start, buffer.count, memory) else { return false }
      // Before the page is closed everything is copied.
      defer { ententeClosePage(page) }
      if let root = ententeRoot(page) { read(root) }
      return true
    }
    guard isRead, !nodes.isEmpty else { return nil }
  }

  private mutating func read(_ root: UnsafePointer<GumboNode>) {
    var open: [(node: UnsafePointer<GumboNode>, place: Int, next: Int)] = [(root, add(root, parent: -1), 0)]
    while let (node, place, next) = open.last {
      guard let child = Self.child(next, of: node) else {
        nodes[place].end = nodes.count
        open.removeLast()
        continue
      }
      open[open.count - 1].next += 1
      open.append((child, add(child, parent: place), 0))
    }
  }

  private static func child(_ place: Int, of node: UnsafePointer<GumboNode>) -> UnsafePointer<GumboNode>? {
    guard let children = ententeChildren(node), place < Int(children.pointee.length),
      let child = children.pointee.data[place]
    else { return nil }
    return UnsafePointer(child.assumingMemoryBound(to: GumboNode.self))
  }

  /// Adds a node and gives its place.
  private mutating func add(_ node: UnsafePointer<GumboNode>, parent: Int) -> Int {
    var added = Node(tag: nil, parent: parent, end: 0)
    switch node.pointee.type {
    case GUMBO_NODE_DOCUMENT: added.tag = .other
    case GUMBO_NODE_ELEMENT, GUMBO_NODE_TEMPLATE:
      let element = node.pointee.v.element
      added.tag = Self.tag(of: element)
      let values = Self.values(of: element.attributes)
      if !values.isEmpty {
        added.attributes = attributes.count
        attributes.append(values)
      }
    case GUMBO_NODE_TEXT, GUMBO_NODE_WHITESPACE, GUMBO_NODE_CDATA:
      let start = bytes.count
      if let text = node.pointee.v.text.text { bytes += String(cString: text).utf8 }
      added.text = start..<bytes.count
    default: break
    }
    nodes.append(added)
    return nodes.count - 1
  }

  /// What gumbo's numbers for elements mean here.
  private static let tags: [HTMLTag] = (0..<GUMBO_TAG_UNKNOWN.rawValue).map { number in
    let name = gumbo_normalized_tagname(GumboTag(rawValue: number)).map { String(cString: $0) } ?? ""
    return HTMLTag.named(Array(name.utf8))
  }

  private static func tag(of element: GumboElement) -> HTMLTag {
    if let tag = tags.indices.contains(Int(element.tag.rawValue)) ? tags[Int(element.tag.rawValue)] : nil { return tag }
    // Elements that HTML does not know are the cleaner's own: "<x-code …".
    let piece = element.original_tag
    guard let start = piece.data, piece.length > 1 else { return .other }
    let text = UnsafeRawBufferPointer(start: start, count: piece.length).dropFirst()
    return HTMLTag.named(Array(text.prefix { Bytes.isLower($0) || $0 == UInt8(ascii: "-") }))
  }

  private static func values(of attributes: GumboVector) -> [HTMLAttribute: String] {
    guard attributes.length > 0 else { return [:] }
    var values: [HTMLAttribute: String] = [:]
    for index in 0..<Int(attributes.length) {
      guard let attribute = attributes.data[index]?.assumingMemoryBound(to: GumboAttribute.self).pointee,
        let name = attribute.name, let value = attribute.value,
        let known = HTMLAttribute(rawValue: String(cString: name))
      else { continue }
      values[known] = String(cString: value)
    }
    return values
  }
}
