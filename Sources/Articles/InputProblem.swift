/// One thing about the input that somebody should know: where, what, and what to do.
public struct InputProblem: Error, Hashable, Sendable, CustomStringConvertible {
  /// Whether something was left unread.
  public enum Severity: Hashable, Sendable {
    /// An article, line, file or folder was not read.
    case skipped
    /// Nothing was lost; the reader decided something that one may want to know.
    case note
    /// How a file was understood; for those who ask.
    case detail
  }

  /// The file or folder as it was named; `-` for standard input.
  public var file: String
  /// The line in the file, counted from 1, where the problem has one.
  public var line: Int?
  /// What it is.
  public var kind: Kind
  /// The part of an archive, by its address, where the problem has one.
  public var entry: String?

  /// Makes a problem.
  public init(file: String, line: Int? = nil, kind: Kind, entry: String? = nil) {
    self.file = file
    self.line = line
    self.kind = kind
    self.entry = entry
  }

  /// Whether something was left unread.
  public var severity: Severity {
    switch kind {
    case .leftOut, .dateNotUnderstood, .foreignLanguage, .fileTwice, .folderTwice, .noFile, .shortRow, .summariesOnly,
      .passedOver,
      .invalidUTF8, .brokenCharacters:
      .note
    case .fieldsFound, .attachments: .detail
    default: .skipped
    }
  }

  /// One line: where, what, what to do.
  public var description: String {
    let place = file == "-" ? "standard input" : file
    return (line.map { "\(place):\($0)" } ?? place) + (entry.map { " (\($0))" } ?? "") + ": " + kind.text
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
    /// Data packed by a program whose packing is not undone.
    case packed(String)
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
    /// A JSON object or list that is not closed.
    case openJSON
    /// Brackets, or parts of a mail, that lie too deep in each other.
    case nestedTooDeep(limit: Int)
    /// So many values that are no objects, where articles are expected.
    case strayValues(Int)
    /// JSON that is no object.
    case notAnObject
    /// A key that an article needs is not there or empty.
    case missingKey(String)
    /// A key whose value is of the wrong sort.
    case wrongValue(key: String, expected: String)
    /// A date in a form that is not known; the article is kept without it.
    case dateNotUnderstood(String)
    /// An article in another language than English, which is kept and not understood; its id and the language's code.
    case foreignLanguage(id: String, code: String)
    /// An id that an earlier article of this run has.
    case duplicateID(String)
    /// A pipe, socket or device in a folder.
    case noFile
    /// Data packed by gzip or zlib that is damaged or cut short.
    case packedDataDamaged
    /// Packed data that unpacks to more than so many times its size.
    case packedTooWell(ratio: Int)
    /// A page, mail or record longer than the limit, in bytes.
    case memberTooLong(limit: Int)
    /// A table without a column for title or text; the columns that it has.
    case noTextColumn([String])
    /// A table with more columns than the limit.
    case tooManyColumns(limit: Int)
    /// A row with more cells than there are columns.
    case longRow(cells: Int, columns: Int)
    /// A row with fewer cells than there are columns; the article is kept.
    case shortRow(cells: Int, columns: Int)
    /// A quote before a cell and none behind it.
    case openQuote
    /// A feed that ends inside an item; what is there of it is kept.
    case openItem
    /// A feed, page, mail or archive in which no article was found.
    case noArticle(String)
    /// Articles of which the file has summaries only; how many, of how many.
    case summariesOnly(Int, of: Int)
    /// Parts of an archive that hold no article, by sort.
    case passedOver(String)
    /// An archive's record that cannot be read, and why.
    case badRecord(String)
    /// Attachments of a mail, by name.
    case attachments([String])
    /// Under which names the file has the parts of its articles.
    case fieldsFound([FoundField])

    /// What it is and what to do.
    var text: String {
      switch self {
      case .missing: "there is no such file or folder; check the path"
      case .unreadable(let reason): "cannot be read (\(reason)); check its permissions"
      case .empty: "is empty; there is nothing to read"
      case .folderWithoutArticles:
        "holds no article; a folder is searched for files ending in \(FolderWalk.endings.joined(separator: " ")),"
          + " also with .gz"
      case .folderTwice: "was already searched (named twice, or a loop of links); it is not searched again"
      case .fileTwice: "was already read; it is not read again"
      case .leftOut(let count, let examples):
        "\(count) \(count == 1 ? "file" : "files") left out (\(examples.joined(separator: ", "))"
          + "\(count > examples.count ? ", …" : "")); name a file itself to have it read"
      case .binary: "is no text but binary data; give text"
      case .foreign(let what): "is \(what), which is not read; save its text as a .txt file"
      case .packed(let what): "is packed by \(what), which is not undone; unpack it first"
      case .textTooLong(let limit): "the article is longer than \(Self.megabytes(limit)); split it"
      case .lineTooLong(let limit):
        "the line is longer than \(Self.megabytes(limit)); split it, the next lines are read"
      case .invalidUTF8(let byte): "invalid UTF-8 at byte \(byte); what is broken is kept as \u{FFFD}"
      case .brokenCharacters(let count, let charset):
        "\(count) broken \(count == 1 ? "character" : "characters") of \(charset), kept as \u{FFFD}"
      case .brokenJSON(let why): "broken JSON (\(why)); correct the line, the next lines are read"
      case .openJSON:
        "the JSON that begins here is not closed; a quote or bracket is missing, or the file is cut short"
      case .nestedTooDeep(let limit): "lies more than \(limit) levels deep; make it flatter"
      case .strayValues(let count):
        "\(count == 1 ? "a value is" : "\(count) values are") no JSON object; write an article as "
          + "{\"id\": …, \"title\": …, \"body\": …}"
      case .notAnObject: "the line is JSON but no object; write an article as {\"id\": …, \"title\": …, \"body\": …}"
      case .missingKey("id"): "the article has no \"id\"; give it one"
      case .missingKey(let key): "the article has no \(key); give it one"
      case .wrongValue(let key, let expected): "\"\(key)\" is not \(expected); correct the line"
      case .dateNotUnderstood(let text):
        "the date '\(text)' is not understood, the article is kept without it; write it as 2023-01-30"
      case .foreignLanguage(let id, let code):
        "the article '\(id)' is not in English ('\(code)'); it is kept without triples, --force-language en has it read"
      case .duplicateID(let id): "the id '\(id)' occurs twice, the first article is kept; give this one another id"
      case .noFile: "is a pipe, socket or device and is passed over; name it itself to have it read"
      case .packedDataDamaged: "its packed data is damaged or cut short, what comes before is read; get the file anew"
      case .packedTooWell(let ratio): "unpacks to more than \(ratio) times its size; unpack it yourself if you trust it"
      case .memberTooLong(let limit): "is longer than \(Self.megabytes(limit)); split it"
      default: containerText
      }
    }

    /// The same for what is wrong inside tables, feeds, mails and archives.
    private var containerText: String {
      switch self {
      case .noTextColumn(let names):
        "has no column for a title or text, but \(names.joined(separator: ", ")); map one, as in body=\(names.last ?? "")"
      case .tooManyColumns(let limit): "has more than \(limit) columns; remove those that are not needed"
      case .longRow(let cells, let columns):
        "the row has \(cells) cells and the header \(columns); put quotes around cells that hold the separator"
      case .shortRow(let cells, let columns):
        "the row has \(cells) cells and the header \(columns); the others are taken as empty"
      case .openQuote: "a quote that begins here is not closed; correct the row, the next line is read"
      case .openItem: "the feed ends inside this item, which is kept as far as it goes; get the file anew"
      case .noArticle(let what): "\(what) without an article; there is nothing to read"
      case .summariesOnly(let count, let all):
        "\(count == all ? "all \(all)" : "\(count) of \(all)") articles hold summaries only; get the pages for the whole text"
      case .passedOver(let what): "passed over: \(what)"
      case .badRecord(let why): "\(why); the next record is read"
      case .attachments(let names): "attachments are not read: \(names.joined(separator: ", ")); save them apart"
      case .fieldsFound(let fields): "read as \(fields.map(\.description).joined(separator: ", "))"
      default: ""
      }
    }

    private static func megabytes(_ bytes: Int) -> String {
      bytes >= 1_000_000 ? "\(bytes / 1_000_000) MB" : "\(bytes) bytes"
    }
  }
}
