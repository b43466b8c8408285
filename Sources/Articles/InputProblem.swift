/// One thing about the input that somebody should know: where, what, and what to do.
public struct InputProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// Whether something was left unread.
  public enum Severity: Hashable, Sendable {
    /// An article, line, file or folder was not read.
    case skipped
    /// Nothing was lost; the reader decided something that one may want to know.
    case note
  }

  /// The file or folder as it was named; `-` for standard input.
  public var file: String
  /// The line in the file, counted from 1, where the problem has one.
  public var line: Int?
  /// What it is.
  public var kind: Kind

  /// Makes a problem.
  public init(file: String, line: Int? = nil, kind: Kind) {
    self.file = file
    self.line = line
    self.kind = kind
  }

  /// Whether something was left unread.
  public var severity: Severity {
    switch kind {
    case .leftOut, .dateNotUnderstood, .fileTwice, .folderTwice, .invalidUTF8, .brokenCharacters: .note
    default: .skipped
    }
  }

  /// One line: where, what, what to do.
  public var description: String {
    let place = file == "-" ? "standard input" : file
    return (line.map { "\(place):\($0)" } ?? place) + ": " + kind.text
  }
}

extension InputProblem {
  /// What can be wrong with input.
  public enum Kind: Hashable, Sendable {
    /// There is no such file or folder.
    case missing
    /// The system refuses to read it, and says why.
    case unreadable(String)
    /// A file without any text.
    case empty
    /// A folder without any file that could be an article.
    case folderWithoutArticles
    /// A folder that was already walked: named twice, or a loop of symbolic links.
    case folderTwice
    /// A file that was already read in this run.
    case fileTwice
    /// Files of a folder that a walk does not take; how many, and a few of their names.
    case leftOut(count: Int, examples: [String])
    /// Bytes that are no text.
    case binary
    /// A format that is recognised and not read.
    case foreign(String)
    /// An article longer than the limit, in bytes of UTF-8.
    case textTooLong(limit: Int)
    /// A line longer than the limit, in bytes.
    case lineTooLong(limit: Int)
    /// Bytes that are no UTF-8 in a text that is; the first one's offset in the file. They are kept as U+FFFD.
    case invalidUTF8(byte: Int)
    /// Bytes that are no characters of the charset that a text is written in; how many. They are kept as U+FFFD.
    case brokenCharacters(count: Int, charset: String)
    /// A line that is no JSON.
    case brokenJSON(String)
    /// A JSON object that is spread over several lines.
    case spreadJSON
    /// JSON that is no object.
    case notAnObject
    /// A key that an article needs is not there or empty.
    case missingKey(String)
    /// A key whose value is of the wrong sort.
    case wrongValue(key: String, expected: String)
    /// A date in a form that is not known; the article is kept without it.
    case dateNotUnderstood(String)
    /// An id that an earlier article of this run has.
    case duplicateID(String)

    /// What it is and what to do.
    var text: String {
      switch self {
      case .missing: "there is no such file or folder; check the path"
      case .unreadable(let reason): "cannot be read (\(reason)); check its permissions"
      case .empty: "is empty; there is nothing to read"
      case .folderWithoutArticles:
        "holds no article; a folder is searched for files ending in \(FolderWalk.endings.joined(separator: " "))"
      case .folderTwice: "was already searched (named twice, or a loop of links); it is not searched again"
      case .fileTwice: "was already read; it is not read again"
      case .leftOut(let count, let examples):
        "\(count) \(count == 1 ? "file" : "files") left out (\(examples.joined(separator: ", "))"
          + "\(count > examples.count ? ", …" : "")); name a file itself to have it read"
      case .binary: "is no text but binary data; give text"
      case .foreign(let what): "is \(what), which is not read; save its text as a .txt file"
      case .textTooLong(let limit): "the article is longer than \(Self.megabytes(limit)); split it"
      case .lineTooLong(let limit):
        "the line is longer than \(Self.megabytes(limit)); split it, the next lines are read"
      case .invalidUTF8(let byte): "invalid UTF-8 at byte \(byte); what is broken is kept as \u{FFFD}"
      case .brokenCharacters(let count, let charset):
        "\(count) broken \(count == 1 ? "character" : "characters") of \(charset), kept as \u{FFFD}"
      case .brokenJSON(let why): "broken JSON (\(why)); correct the line, the next lines are read"
      case .spreadJSON: "a JSON object spread over several lines; put each on one line, for example with jq -c ."
      case .notAnObject: "the line is JSON but no object; write an article as {\"id\": …, \"title\": …, \"body\": …}"
      case .missingKey("id"): "the article has no \"id\"; give it one"
      case .missingKey(let key): "the article has no \(key); give it one"
      case .wrongValue(let key, let expected): "\"\(key)\" is not \(expected); correct the line"
      case .dateNotUnderstood(let text):
        "the date '\(text)' is not understood, the article is kept without it; write it as 2023-01-30"
      case .duplicateID(let id): "the id '\(id)' occurs twice, the first article is kept; give this one another id"
      }
    }

    private static func megabytes(_ bytes: Int) -> String {
      bytes >= 1_000_000 ? "\(bytes / 1_000_000) MB" : "\(bytes) bytes"
    }
  }
}
