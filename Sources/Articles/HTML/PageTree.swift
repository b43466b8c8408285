/// The tree of a page as a row of nodes: a node stands before those in it, so that no walk needs a stack.
struct PageTree {
  /// An element or a piece of text.
  struct Node {
    /// nil for text.
    var tag: HTMLTag?
    /// The element that it stands in; -1 for the first.
    var parent: Int
    /// The place behind the last node in it.
    var end: Int
    /// The bytes of its text.
    var text = 0..<0
    /// The place of its attributes; nil where it has none.
    var attributes: Int?
  }

  /// The nodes; the first is the document.
  var nodes: [Node] = []
  /// The texts of all nodes, entities decoded.
  var bytes: [UInt8] = []
  /// The attributes of the elements that have any, in order.
  var attributes: [[HTMLAttribute: String]] = []

  /// The attributes of a node.
  func attributes(of node: Int) -> [HTMLAttribute: String] { nodes[node].attributes.map { attributes[$0] } ?? [:] }

  /// The value of an attribute without white space at its ends; nil where there is none.
  func value(_ attribute: HTMLAttribute, of node: Int) -> String? {
    attributes(of: node)[attribute].map { Bytes.text(Bytes.trim(Array($0.utf8)[...])) }
  }

  /// The elements of a kind, in order.
  func elements(_ tag: HTMLTag) -> [Int] { nodes.indices.filter { nodes[$0].tag == tag } }

  /// The elements that a node stands in, the innermost first.
  func ancestors(of node: Int) -> some Sequence<Int> {
    sequence(first: nodes[node].parent) { $0 < 0 ? nil : nodes[$0].parent }.lazy.prefix { $0 >= 0 }
  }

  /// The words in an element, one space between them; at most so many bytes.
  func text(of node: Int, limit: Int = 4000) -> String {
    var text: [UInt8] = []
    for index in node..<nodes[node].end {
      if nodes[index].tag?.isInline != true, nodes[index].tag != nil, text.last != Bytes.space, !text.isEmpty {
        text.append(Bytes.space)
      }
      guard nodes[index].tag == nil else { continue }
      Self.append(bytes[nodes[index].text].prefix(limit), to: &text)
      if text.count > limit { break }
    }
    return Bytes.text(Bytes.trim(text[...]))
  }

  /// Adds text with one space for each stretch of white space.
  static func append(_ more: some Sequence<UInt8>, to text: inout [UInt8]) {
    for byte in more {
      if Bytes.isSpace(byte) {
        if text.last != Bytes.space, !text.isEmpty { text.append(Bytes.space) }
      } else {
        text.append(byte < 32 || byte == 127 ? Bytes.space : byte)
      }
    }
  }
}
