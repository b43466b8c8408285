import Vocabulary

/// Reads the article of an HTML page or of a piece of HTML.
///
/// The page is cleaned (`MarkupCleaner`), parsed by gumbo (`PageTree`) and cut into blocks (`PageBlocks`); the article
/// is found by a readability method of the project's own (`MainText`). All steps are linear in the page's length.
struct HTMLPage {
  let data: ReadingData

  /// The fewest words of a page's own text beside which an article in its JSON-LD is not looked at.
  private static let stub = 60

  /// The article: title, main text with marks, date, publisher, canonical address and language, as far as the page
  /// tells them; nil where it has no text.
  ///
  /// - Parameters:
  ///   - html: The page in UTF-8.
  ///   - url: Where it was found, to complete relative addresses.
  ///   - isFragment: Whether it is content alone, such as a feed gives: all of it is the article.
  func draft(of html: [UInt8], url: String? = nil, isFragment: Bool = false) -> Draft? {
    let cleaner = MarkupCleaner(html)
    guard let tree = PageTree(cleaned: cleaner.output) else { return nil }
    var draft = Draft()
    if isFragment {
      draft.url = url
      write(fragment(tree), to: &draft)
    } else {
      page(tree, scripts: cleaner.structuredData, url: url, to: &draft)
    }
    return draft.title.isEmpty && draft.body.isEmpty ? nil : draft
  }

  /// The charset that a page names in its first 1,024 bytes; nil where it names none.
  static func declaredCharset(in html: [UInt8]) -> String? {
    var scanner = MarkupScanner(Array(html.prefix(1024)))
    while let piece = scanner.next() {
      guard case .start(let name, let range, _) = piece, name.elementsEqual("meta".utf8) else { continue }
      let attributes = Dictionary(
        scanner.attributes(in: range).map { ($0.0, Bytes.text(scanner.bytes[$0.1])) },
        uniquingKeysWith: { first, _ in first })
      let content = attributes[.content]?.lowercased() ?? ""
      let isType = attributes[.equivalent]?.lowercased() == "content-type"
      let stated =
        attributes[.charset]
        ?? (isType ? content.firstRange(of: "charset=").map { String(content[$0.upperBound...]) } : nil)
      let charset = stated?.filter { $0.isASCII && ($0.isLetter || $0.isNumber || "-_:.".contains($0)) } ?? ""
      if !charset.isEmpty { return charset }
    }
    return nil
  }

  // MARK: Pages

  private func page(_ tree: PageTree, scripts: [[UInt8]], url: String?, to draft: inout Draft) {
    let metadata = PageMetadata(tree, scripts: scripts, data: data)
    var roles = PageRoles(tree, hints: data.pages.hints)
    roles.markTeasers()
    let all = MainText.candidates(tree, roles: roles.own)
    let titles = PageTitle(tree: tree, metadata: metadata, roles: roles.own, blocks: all).candidates()
    draft.title = TextLayout.singleLine(titles.first ?? "")
    draft.date = metadata.date()
    draft.url = metadata.url(foundAt: url)
    draft.publisher = metadata.publisher
    draft.language = metadata.language()
    let main = MainText(tree: tree, roles: roles.own, all: all, titles: titles, data: data)
    var blocks = main.blocks()
    let words = blocks.reduce(0) { $0 + $1.words }
    if words < Self.stub, let body = metadata.structured.body {
      let told = Self.blocks(of: body)
      if told.reduce(0, { $0 + $1.words }) > 2 * words { blocks = told }
    }
    write(blocks, to: &draft)
  }

  /// The blocks of an article in JSON-LD: markup, or lines.
  private static func blocks(of body: String) -> [PageBlock] {
    let bytes = Array(body.utf8)
    let isMarkup = Bytes.find(Array("</".utf8), in: bytes) != nil
    let html = isMarkup ? bytes : bytes.flatMap { $0 == Bytes.newline ? Array("<p>".utf8) : [$0] }
    guard let tree = PageTree(cleaned: MarkupCleaner(html).output) else { return [] }
    let none = [PageHints.Roles](repeating: [], count: tree.nodes.count)
    return PageBlocks(tree, roles: none) { _ in false }.blocks
  }

  private func fragment(_ tree: PageTree) -> [PageBlock] {
    let roles = PageRoles(tree, hints: data.pages.hints).own
    let marks: PageHints.Roles = [PageHints.Roles(.caption), PageHints.Roles(.credit)]
    return PageBlocks(tree, roles: roles.map { $0.intersection(marks) }) { roles[$0].has(.hidden) }.blocks
  }

  /// Writes blocks as the draft's body, an empty line between them.
  private func write(_ blocks: [PageBlock], to draft: inout Draft) {
    let filter = MainTextFilter(data: data, titles: [])
    for block in blocks {
      if !draft.body.isEmpty { draft.body += [Bytes.newline, Bytes.newline] }
      if let mark = filter.mark(of: block) { draft.marks[draft.body.count] = mark }
      draft.body += block.text
    }
  }
}
