import Foundation
import Glibc
import Vocabulary

/// What the reader gives, one after another: an article, or something to tell.
public enum ReadItem: Hashable, Sendable {
  /// An article with its parts.
  case article(ReadArticle)
  /// A problem or a note; the reader goes on behind it.
  case problem(InputProblem)
}

/// Reads files and folders as articles, one at a time as they are asked for.
///
///     for item in ArticleReader(paths: ["articles/", "more.jsonl"], data: data) {
///       switch item {
///       case .article(let read): store(read)
///       case .problem(let problem): warn(problem.description)
///       }
///     }
///
/// - A folder is searched in sorted order for files with the usual endings of the formats. Names that begin with a dot
///   are passed over; README, licence and change log files and all others are counted in one note. A file that is named
///   itself is always tried. `-` is standard input.
/// - The format is recognised by content before name: plain text, Markdown, HTML, RSS, RDF, Atom, JSON Feed, JSON Lines,
///   JSON, CSV, TSV, mail and WARC, each also packed by gzip.
/// - An article of a feed, table, mail or JSON has its own id, and without one its address or a digest of its content;
///   the second of two equal ids is a problem and is skipped. The id of a text or page is its folder and its name
///   without ending (`reports/seoul`); where that is taken, its whole path.
/// - Memory stays at one article, one chunk of a file and the ids that were seen; a mail or page is held whole.
public struct ArticleReader: Sequence, Sendable {
  private let paths: [String]
  private let data: ReadingData
  private let limits: ReadingLimits
  private let standardInput: Int32
  private let mapping: FieldMapping
  private let forcedLanguage: String?
  private let meter: ReadingMeter?

  /// Makes a reader. Nothing is opened before the first item is asked for.
  ///
  /// - Parameters:
  ///   - paths: Files and folders; `-` is standard input.
  ///   - data: What is known of the manners of news.
  ///   - limits: How much is taken before it is refused.
  ///   - standardInput: The descriptor that `-` reads; it is not closed.
  ///   - mapping: Other names of keys and columns.
  ///   - forcedLanguage: The language that all articles count as, whatever is declared or found.
  ///   - meter: Is told how much of the files is read.
  public init(
    paths: [String], data: ReadingData, limits: ReadingLimits = ReadingLimits(), standardInput: Int32 = 0,
    mapping: FieldMapping = FieldMapping(), forcedLanguage: String? = nil, meter: ReadingMeter? = nil
  ) {
    self.paths = paths
    self.data = data
    self.limits = limits
    self.standardInput = standardInput
    self.mapping = mapping
    self.forcedLanguage = forcedLanguage
    self.meter = meter
  }

  /// How many bytes the files have in all, as they lie on the disk; nil where standard input or a pipe is among them.
  ///
  /// - Complexity: O(files below the folders).
  public var byteCount: Int? {
    var walk = FolderWalk(paths: paths)
    var count = 0
    while let step = walk.next() {
      switch step {
      case .problem: continue
      case .standardInput: return nil
      case .file(let path, _):
        var information = stat()
        guard stat(path, &information) == 0, information.st_mode & S_IFMT == S_IFREG else { return nil }
        count += Int(information.st_size)
      }
    }
    return count
  }

  /// Starts from the first path.
  public func makeIterator() -> Iterator {
    Iterator(
      walk: FolderWalk(paths: paths), opener: InputOpener(data: data, limits: limits, mapping: mapping, meter: meter),
      standardInput: standardInput, forcedLanguage: forcedLanguage)
  }

  /// Reads on as items are asked for.
  public struct Iterator: IteratorProtocol {
    private var walk: FolderWalk
    private let opener: InputOpener
    private let analyser: ArticleAnalyser
    private let repair: TextRepair
    private let standardInput: Int32
    private let forcedLanguage: String?
    private var source: (any DraftSource)?
    private var file = ""
    private var relative = ""
    private var ids: Set<String> = []

    init(walk: FolderWalk, opener: InputOpener, standardInput: Int32, forcedLanguage: String? = nil) {
      self.forcedLanguage = forcedLanguage
      self.walk = walk
      self.opener = opener
      self.standardInput = standardInput
      analyser = ArticleAnalyser(data: opener.data)
      repair = TextRepair(data: opener.data)
    }

    /// The next article or problem; nil at the end.
    public mutating func next() -> ReadItem? {
      while true {
        switch source?.next() {
        case .draft(let draft): return article(draft)
        case .problem(let problem): return .problem(problem)
        case nil: source = nil
        }
        switch walk.next() {
        case nil: return nil
        case .problem(let problem): return .problem(problem)
        case .standardInput:
          (file, relative) = ("-", "stdin")
          source = opener.open(FileSource(descriptor: standardInput), name: file)
        case .file(let path, let below):
          (file, relative) = (path, below)
          source = opener.open(path: path)
        }
      }
    }

    private mutating func article(_ draft: Draft) -> ReadItem {
      let made = draft.names.isEmpty ? Self.names(file: file, relative: relative) : draft.names
      var names = draft.id.map { [$0] } ?? made
      if let part = draft.part { names = names.map { "\($0)#\(part)" } }
      guard let id = names.first(where: { !ids.contains($0) }) else {
        return .problem(InputProblem(file: file, line: draft.line, kind: .duplicateID(names.first ?? "")))
      }
      ids.insert(id)
      var draft = repair.mended(draft)
      if draft.id == nil { draft.fileDate = fileDate }
      var read = analyser.analyse(draft, id: id)
      if let forcedLanguage {
        read.foreignLanguage = LanguageDetector.foreign(nil, declared: forcedLanguage)
      }
      read.file = file
      read.line = draft.line
      read.fetched = draft.fetched
      return .article(read)
    }

    /// The date that the file's name tells, or the folders below the one that was named.
    private var fileDate: CalendarDate? {
      let name = relative == file ? String(file.split(separator: "/").last ?? "") : relative
      return AddressDate(data: opener.data).date(ofFile: name)
    }

    /// Names for a file that is one article: its folder and its own name, whatever else is read and from where, so
    /// that the next run finds it again; its whole path where that is taken.
    static func names(file: String, relative: String) -> [String] {
      func bare(_ path: String) -> String {
        let name = Recognition.unpackedName(path)
        return String(name.dropLast(Recognition.ending(of: name).count))
      }
      guard file != "-" else { return [relative] }
      let parts = URL(fileURLWithPath: file).standardizedFileURL.pathComponents.filter { $0 != "/" }
      return [bare(parts.suffix(2).joined(separator: "/")), bare(file), file]
    }
  }
}
