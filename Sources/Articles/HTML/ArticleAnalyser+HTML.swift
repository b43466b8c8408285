extension ArticleAnalyser {
  /// Reads an HTML page: its main text, and what the page tells of it.
  ///
  /// - Parameters:
  ///   - html: The page in UTF-8.
  ///   - url: Where it was found; the canonical address that the page names comes first.
  ///   - id: The article's id.
  /// - Returns: nil where the page has no text.
  /// - Complexity: O(n) in the length of the page.
  public func read(html: [UInt8], url: String? = nil, id: String) -> ReadArticle? {
    HTMLPage(data: data).draft(of: html, url: url).map { analyse($0, id: id) }
  }
}
