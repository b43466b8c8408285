/// Reads the article of an HTML page or of a piece of HTML.
struct HTMLPage {
  let data: ReadingData

  /// The article: title, main text with marks, date, publisher, canonical address and language, as far as the page
  /// tells them; nil where it has no text.
  ///
  /// - Parameters:
  ///   - html: The page in UTF-8.
  ///   - url: Where it was found, to complete relative addresses.
  ///   - isFragment: Whether it is content alone, such as a feed gives: all of it is the article.
  func draft(of html: [UInt8], url: String? = nil, isFragment: Bool = false) -> Draft? {
    var text: [UInt8] = []
    var isTag = false
    for byte in html {
      switch byte {
      case UInt8(ascii: "<"): isTag = true
      case UInt8(ascii: ">") where isTag:
        isTag = false
        text.append(Bytes.newline)
      default: if !isTag { text.append(byte) }
      }
    }
    let draft = TextLayout(data: data).draft(TextLayout.lines(of: text), title: isFragment ? "" : nil)
    return draft.title.isEmpty && draft.body.isEmpty ? nil : draft
  }
}
