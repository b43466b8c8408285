import Foundation
public import Vocabulary

/// Annotated articles as people write them: sentences one a line, what each says below it.
///
/// Benchmarks/training/README.md describes the format; the scorer of relations is trained on such files.
public struct TrainingText: Sendable {
  /// One article.
  public struct Article: Sendable, Hashable {
    /// Its id.
    public let id: String
    /// Its day.
    public let date: CalendarDate
    /// How it is written, in one word: "wire", "feature".
    public let voice: String
    /// The title.
    public internal(set) var title = ""
    /// The sentences of the body; those of an inner list make a paragraph.
    public internal(set) var paragraphs: [[String]] = []
    /// What is annotated; sentence 0 is the title.
    public internal(set) var triples: [GoldTriple] = []
    /// The file and line of its header.
    public let place: Place
  }

  /// A line of a file.
  public struct Place: Sendable, Hashable {
    /// The file's path.
    public let path: String
    /// The line's number from 1.
    public let line: Int
  }

  /// The articles in the order of the files.
  public private(set) var articles: [Article] = []

  /// Reads files.
  /// - Throws: `EvaluationError` with the file and the line that does not fit.
  public init(contentsOf paths: [String]) throws(EvaluationError) {
    var ids: Set<String> = []
    for path in paths {
      guard let data = FileManager.default.contents(atPath: path) else { throw .unreadable(path) }
      for article in try Self.articles(of: data, path: path) {
        guard ids.insert(article.id).inserted else {
          throw .twice(path, line: article.place.line, id: article.id)
        }
        articles.append(article)
      }
    }
  }

  /// Reads one text.
  /// - Parameter path: What errors call it.
  /// - Throws: `EvaluationError` with the line that does not fit.
  static func articles(of data: Data, path: String) throws(EvaluationError) -> [Article] {
    var reader = TrainingTextReader(path: path)
    for (number, bytes) in data.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false).enumerated() {
      try reader.read(bytes.last == UInt8(ascii: "\r") ? bytes.dropLast() : bytes, number: number + 1)
    }
    return try reader.end()
  }
}

/// What is wrong with a line of annotated text.
public enum TrainingMistake: String, Hashable, Sendable {
  /// A line begins with "==" and is no header.
  case header = "no header; write '== ID DATE VOICE', such as '== a-001 2001-04-12 wire'"
  /// Something stands before the first article.
  case outside = "a line before the first header"
  /// The indent is another than two spaces.
  case indent = "triples are indented by two spaces, sentences not at all"
  /// A triple stands before the title.
  case early = "a triple before the title"
  /// A line is no triple.
  case triple = "no triple; write '  SOURCE > TARGET TYPE relation'"
  /// A triple's type is none.
  case type = "the type is none of PLOVER's sixteen"
  /// Source and target are the same.
  case same = "source and target are the same"
  /// No words are left for the relation.
  case relation = "the relation has no words"
  /// An article has no sentence below its title.
  case short = "the article needs a title and a sentence"
  /// The bytes are no text.
  case encoding = "is not UTF-8"
}
