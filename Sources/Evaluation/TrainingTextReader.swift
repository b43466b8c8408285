import Foundation
import Vocabulary

/// Reads annotated text line by line.
struct TrainingTextReader {
  let path: String
  private var articles: [TrainingText.Article] = []
  private var sentences = 0
  private var beginsParagraph = true

  init(path: String) { self.path = path }

  /// Reads a line without its end.
  mutating func read(_ bytes: Data, number: Int) throws(EvaluationError) {
    func wrong(_ mistake: TrainingMistake) -> EvaluationError { .malformedText(path, line: number, mistake) }
    guard let line = String(validating: bytes, as: UTF8.self) else { throw wrong(.encoding) }
    let text = line.trimmingCharacters(in: .whitespaces)
    if line.hasPrefix("==") {
      try finish()
      guard let article = header(line, number) else { throw wrong(.header) }
      articles.append(article)
      (sentences, beginsParagraph) = (0, true)
    } else if text.isEmpty {
      beginsParagraph = true
    } else if articles.isEmpty {
      throw wrong(.outside)
    } else if line.hasPrefix("  ") {
      guard sentences > 0 else { throw wrong(.early) }
      switch TrainingLine.triple(line.dropFirst(2), sentence: sentences - 1) {
      case .success(let triple): articles[articles.count - 1].triples.append(triple)
      case .failure(let mistake): throw wrong(mistake)
      }
    } else if line.first?.isWhitespace == true {
      throw wrong(.indent)
    } else {
      add(text)
    }
  }

  /// The articles, when all lines are read.
  mutating func end() throws(EvaluationError) -> [TrainingText.Article] {
    try finish()
    return articles
  }

  /// An article that ends must have a title and a sentence.
  private func finish() throws(EvaluationError) {
    guard let article = articles.last, article.paragraphs.isEmpty else { return }
    throw .malformedText(path, line: article.place.line, .short)
  }

  /// Title first, then sentences.
  private mutating func add(_ text: String) {
    let last = articles.count - 1
    let paragraph = articles[last].paragraphs.count - 1
    if sentences == 0 {
      articles[last].title = text
    } else if beginsParagraph || paragraph < 0 {
      articles[last].paragraphs.append([text])
    } else {
      articles[last].paragraphs[paragraph].append(text)
    }
    sentences += 1
    beginsParagraph = false
  }

  /// `== a-001 2001-04-12 wire`.
  private func header(_ line: String, _ number: Int) -> TrainingText.Article? {
    let words = line.split(separator: " ", omittingEmptySubsequences: false).map { String($0) }
    guard words.count == 4, words[0] == "==", !words[3].isEmpty else { return nil }
    let id = words[1].split(separator: "-", omittingEmptySubsequences: false)
    guard id.count == 2, Self.isMade(id[0], of: "a"..."z"), Self.isMade(id[1], of: "0"..."9") else { return nil }
    guard words[2].utf8.count == 10, let date = CalendarDate(words[2]), date.day != nil else { return nil }
    return TrainingText.Article(
      id: words[1], date: date, voice: words[3], place: TrainingText.Place(path: path, line: number))
  }

  private static func isMade(_ text: Substring, of range: ClosedRange<Unicode.Scalar>) -> Bool {
    !text.isEmpty && text.unicodeScalars.allSatisfy(range.contains)
  }
}
