import Foundation
import Vocabulary

/// Reads one article a line. A bad line is a problem, and the next line goes on.
struct JSONLinesReader: DraftSource {
  private var lines: LineSplitter
  private let file: String
  private let data: ReadingData
  private let limits: ReadingLimits
  private let decoder = JSONDecoder()
  private var waiting: DraftItem?
  private var isFirst = true
  private var hasArticles = false
  private var done = false

  init(
    _ source: any ByteSource, file: String, data: ReadingData, limits: ReadingLimits, chunk: Int = 1 << 18
  ) {
    lines = LineSplitter(source, limit: limits.line, chunk: chunk)
    self.file = file
    self.data = data
    self.limits = limits
  }

  mutating func next() -> DraftItem? {
    if let item = waiting {
      waiting = nil
      return item
    }
    while !done {
      let line: LineSplitter.Line?
      do {
        line = try lines.next()
      } catch {
        done = true
        return problem(.unreadable(error.reason))
      }
      switch line {
      case nil: done = true
      case .tooLong(let number):
        isFirst = false
        return problem(.lineTooLong(limit: limits.line), number)
      case .bytes(let number, let bytes):
        if bytes.allSatisfy(Bytes.isSpace) { continue }
        defer { isFirst = false }
        return read(bytes, number)
      }
    }
    return nil
  }

  private mutating func read(_ bytes: [UInt8], _ number: Int) -> DraftItem {
    let bytes = JSONText.mended(Decoding.mended(bytes))
    let fields: ArticleFields
    do {
      fields = try decoder.decode(ArticleFields.self, from: Data(bytes))
    } catch {
      let kind = Self.kind(of: error)
      if isFirst, case .brokenJSON = kind, Self.isOpening(bytes) {
        done = true
        return problem(.spreadJSON, number)
      }
      return problem(kind, number)
    }
    let id = fields.id?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
    if id.isEmpty { return problem(.missingKey("id"), number) }
    var draft = Draft(id: id, line: number)
    draft.title = TextLayout.singleLine(fields.title ?? "")
    draft.body = TextLayout.cleaned(Array((fields.body ?? "").utf8), keepingLength: true)
    if draft.title.utf8.count + draft.body.count > limits.text {
      return problem(.textTooLong(limit: limits.text), number)
    }
    if draft.title.utf8.allSatisfy(Bytes.isSpace), draft.body.allSatisfy(Bytes.isSpace) {
      return problem(.missingKey("\"title\" and no \"body\""), number)
    }
    draft.url = fields.url
    draft.publisher = fields.publisher
    draft.language = fields.language
    if let text = fields.date, !text.utf8.allSatisfy(Bytes.isSpace) {
      draft.date = DateReader(data: data).date(text)
      if draft.date == nil {
        waiting = .draft(draft)
        return problem(.dateNotUnderstood(String(text.prefix(40))), number)
      }
    }
    return .draft(draft)
  }

  /// Whether a line opens an object and leaves it open.
  private static func isOpening(_ bytes: [UInt8]) -> Bool {
    let text = bytes.filter { !Bytes.isSpace($0) }
    return text == [UInt8(ascii: "{")] || (text.first == UInt8(ascii: "{") && text.last == UInt8(ascii: ","))
  }

  private static func kind(of error: any Error) -> InputProblem.Kind {
    switch error {
    case DecodingError.typeMismatch(_, let context) where context.codingPath.isEmpty: return .notAnObject
    case DecodingError.typeMismatch(_, let context):
      let key = context.codingPath.last?.stringValue ?? ""
      return .wrongValue(key: key, expected: key == "id" ? "text or a number" : "text or null")
    case DecodingError.dataCorrupted(let context):
      let words = (context.underlyingError as NSError?)?.userInfo[NSDebugDescriptionErrorKey] as? String
      return .brokenJSON(plain(words ?? context.debugDescription))
    default: return .brokenJSON("not readable")
    }
  }

  /// Foundation's words without a full stop, and without a line number, which is always 1.
  private static func plain(_ words: String) -> String {
    let text = words.replacingOccurrences(of: "around line 1, column", with: "at column")
    return text.hasSuffix(".") ? String(text.dropLast()) : text
  }

  private func problem(_ kind: InputProblem.Kind, _ line: Int? = nil) -> DraftItem {
    .problem(InputProblem(file: file, line: line, kind: kind))
  }
}

/// The keys of an article that are used; others are passed over.
struct ArticleFields: Decodable {
  var id: String?
  var title: String?
  var date: String?
  var body: String?
  var url: String?
  var publisher: String?
  var language: String?

  private enum Key: String, CodingKey {
    case id, title, date, body, url, publisher, language
  }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    id = try Self.name(in: container)
    title = try container.decodeIfPresent(String.self, forKey: .title)
    date = try container.decodeIfPresent(String.self, forKey: .date)
    body = try container.decodeIfPresent(String.self, forKey: .body)
    url = try container.decodeIfPresent(String.self, forKey: .url)
    publisher = try container.decodeIfPresent(String.self, forKey: .publisher)
    language = try container.decodeIfPresent(String.self, forKey: .language)
  }

  /// The id; a number is taken as its digits.
  private static func name(in container: KeyedDecodingContainer<Key>) throws -> String? {
    do {
      return try container.decodeIfPresent(String.self, forKey: .id)
    } catch DecodingError.typeMismatch(let type, let context) {
      if let number = try? container.decode(Int.self, forKey: .id) { return String(number) }
      if let number = try? container.decode(Decimal.self, forKey: .id) { return "\(number)" }
      throw DecodingError.typeMismatch(type, context)
    }
  }
}
