public import Vocabulary

/// Finds the parts of an article's text: headline, dateline, byline, paragraphs, captions, credits, boilerplate.
///
///     let data = try ReadingData.load(from: "data")
///     let read = ArticleAnalyser(data: data).analyse(article)
///     for block in read.blocks where block.kind.isContent { … }
///
/// The text stays as it is, but for line breaks inside a wrapped paragraph and control characters, which become
/// spaces one for one: offsets into the given text stay right. It finds no sentences and no language.
public struct ArticleAnalyser: Sendable {
  let data: ReadingData

  /// Makes an analyser.
  public init(data: ReadingData) { self.data = data }

  /// The parts of an article that came from elsewhere.
  ///
  /// - Complexity: O(n) in the length of the text.
  public func analyse(_ article: Article) -> ReadArticle {
    var draft = Draft(id: article.id, title: TextLayout.singleLine(article.title))
    draft.body = TextLayout.cleaned(Array(article.body.utf8), keepingLength: true)
    draft.date = article.date
    draft.url = article.url
    draft.publisher = article.publisher
    draft.language = article.language
    return analyse(draft, id: article.id)
  }

  /// Reads plain text as the reader reads a text file of one story: it is mended, and its first line is the title.
  ///
  /// - Complexity: O(n) in the length of the text.
  public func read(text: String, id: String) -> ReadArticle {
    let bytes = Array(text.utf8)
    let lines = QuotedLines.unquoted(TextLayout.lines(of: TextRepair(data: data).mended(bytes) ?? bytes))
    return analyse(TextLayout(data: data).draft(lines), id: id)
  }

  /// The parts of a draft.
  func analyse(_ draft: Draft, id: String) -> ReadArticle {
    var body = draft.body
    let units = Units.of(&body, marks: draft.marks)
    var article = Article(
      id: id, title: draft.title, date: draft.date, body: Bytes.text(body), url: draft.url,
      publisher: draft.publisher, language: draft.language)
    var parts = PartFinder(data: data, body: body, title: draft.title)
    parts.find(in: units)

    var read = ReadArticle(article: article, blocks: [])
    if let (date, origin) = date(of: draft, parts) {
      article.date = date
      read.article = article
      read.dateOrigin = origin
    }
    let title = Bytes.trimmed(0..<draft.title.utf8.count, of: Array(draft.title.utf8))
    if !title.isEmpty {
      let before = Bytes.scalars(draft.title.utf8.prefix(title.lowerBound))
      let count = Bytes.scalars(draft.title.utf8.prefix(title.upperBound)) - before
      read.blocks.append(Block(kind: .title, range: before..<(before + count)))
    }
    read.blocks += Self.blocks(of: parts.parts, body: body, offset: article.bodyOffset)
    if let line = parts.dateline,
      let range = Self.blocks(
        of: [Part(kind: .dateline, range: line.range)], body: body, offset: article.bodyOffset
      ).first?.range
    {
      read.dateline = Dateline(
        place: line.place, date: DateReader.complete(line.partial, near: article.date), agency: line.agency,
        range: range)
    }
    read.agencies = parts.agencies
    read.language = LanguageDetector.language(of: Self.content(of: parts.parts, title: draft.title, body: body))
    read.foreignLanguage = LanguageDetector.foreign(read.language, declared: draft.language)
    return read
  }

  /// The date of an article and where it was found: beside the text, in the address, in the dateline, in a line, in the
  /// file's name, in this order. Where the first tells only the month, a later one that tells its day wins.
  private func date(of draft: Draft, _ parts: PartFinder) -> (CalendarDate, ReadArticle.DateOrigin)? {
    let finds: [(CalendarDate?, ReadArticle.DateOrigin)] = [
      (draft.date, draft.dateOrigin), (draft.url.flatMap { AddressDate(data: data).date(ofAddress: $0) }, .url),
      (parts.dateline.flatMap { DateReader.complete($0.partial, near: nil) }, .dateline),
      (parts.published ?? parts.updated ?? draft.pageDate, .line), (draft.fileDate, .file),
    ]
    let dates = finds.compactMap { find in find.0.map { ($0, find.1) } }
    guard let first = dates.first, first.0.day == nil else { return dates.first }
    let finer = dates.first {
      $0.0.day != nil && $0.0.year == first.0.year && (first.0.month == nil || $0.0.month == first.0.month)
    }
    return finer ?? first
  }

  /// The words of an article that say something, as many as are needed to tell their language.
  private static func content(of parts: [Part], title: String, body: [UInt8]) -> [UInt8] {
    var text = Array(title.utf8)
    for part in parts where part.kind.isContent {
      text.append(Bytes.newline)
      text += body[Bytes.prefix(part.range, LanguageDetector.longest, of: body)]
      if text.count >= LanguageDetector.longest { break }
    }
    return text
  }

  /// Parts with their bytes counted as scalars.
  private static func blocks(of parts: [Part], body: [UInt8], offset: Int) -> [Block] {
    var blocks: [Block] = []
    var byte = 0
    var scalar = offset
    for part in parts {
      scalar += Bytes.scalars(body[byte..<part.range.lowerBound])
      let count = Bytes.scalars(body[part.range])
      blocks.append(Block(kind: part.kind, range: scalar..<(scalar + count)))
      scalar += count
      byte = part.range.upperBound
    }
    return blocks
  }
}

/// A part of a body, in bytes.
struct Part: Hashable {
  var kind: Block.Kind
  var range: Range<Int>
}
