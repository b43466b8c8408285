import Vocabulary

/// An article as a format gives it, before its text is analysed.
struct Draft {
  /// Its name; nil where the reader has to make one, of `names` or of the file's.
  var id: String?
  /// The headline.
  var title = ""
  /// The text in UTF-8, with line feeds only.
  var body: [UInt8] = []
  /// What the format itself says a line of the body is, by the byte at which the line begins.
  var marks: [Int: Block.Kind] = [:]
  /// The date that stands beside the text.
  var date: CalendarDate?
  /// Where that date was found.
  var dateOrigin = ReadArticle.DateOrigin.metadata
  var url: String?
  var publisher: String?
  var language: String?
  /// Its line, where several articles share a file.
  var line: Int?
  /// Names made of its address or content, where it has none of its own; the first that is free is taken.
  var names: [String] = []
  /// When a crawler fetched it.
  var fetched: CalendarDate?
  /// Which of several stories of one file it is, from 1.
  var part: Int?
  /// The day that stands above several stories.
  var pageDate: CalendarDate?
  /// The date that the file's name tells.
  var fileDate: CalendarDate?
}

/// What a format gives, one after another.
enum DraftItem {
  case draft(Draft)
  case problem(InputProblem)
}

/// A reader of one file of one format. New formats join by conforming.
protocol DraftSource {
  /// The next article or problem; nil at the end.
  mutating func next() -> DraftItem?
}

/// Problems that were found before a file's format could be read.
struct ProblemSource: DraftSource {
  var problem: InputProblem?

  mutating func next() -> DraftItem? {
    defer { problem = nil }
    return problem.map { .problem($0) }
  }
}
