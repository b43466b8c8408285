import Vocabulary

/// Reads the pages of a WARC file: responses with status 200 that are HTML or plain text.
///
/// A page's address is the one that was asked for, unless the page names another; the day of the capture is told as such
/// and is never the day of publication. What else the file holds is counted.
struct WARCReader: DraftSource {
  private var records: WARCRecords
  private let file: String
  private let data: ReadingData
  private let limits: ReadingLimits
  private var passed: [String: Int] = [:]
  private var articles = 0
  private var waiting: [DraftItem] = []
  private var done = false

  init(_ source: any ByteSource, file: String, data: ReadingData, limits: ReadingLimits, chunk: Int = 1 << 18) {
    records = WARCRecords(source, limits: limits, chunk: chunk)
    self.file = file
    self.data = data
    self.limits = limits
  }

  mutating func next() -> DraftItem? {
    while waiting.isEmpty, !done {
      do {
        guard let item = try records.next(wants: { $0.kind("warc-type") == "response" }) else {
          finish(nil)
          break
        }
        switch item {
        case .record(let headers, let bytes): page(headers, bytes)
        case .other(let headers): pass(Self.sort(headers.kind("warc-type")))
        case .bad(let headers, let kind): waiting.append(problem(kind, headers["warc-target-uri"]))
        case .garbage: waiting.append(problem(.badRecord("bytes that are no record are passed over")))
        }
      } catch {
        finish(error.kind)
      }
    }
    return waiting.isEmpty ? nil : waiting.removeFirst()
  }

  private mutating func finish(_ kind: InputProblem.Kind?) {
    done = true
    if let kind { waiting.append(problem(kind)) }
    if articles == 0 { waiting.append(problem(.noArticle("an archive"))) }
    let sorts = passed.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }
    if !sorts.isEmpty { waiting.append(problem(.passedOver(sorts.joined(separator: ", ")))) }
  }

  private mutating func pass(_ sort: String) {
    // A crafted file may have a sort of its own for each record.
    passed[passed.count < 20 || passed[sort] != nil ? sort : "other", default: 0] += 1
  }

  private static func sort(_ type: String) -> String { "of type '\(type.prefix(20))'" }

  private mutating func page(_ record: MailHeaders, _ bytes: [UInt8]) {
    let address = record["warc-target-uri"].map { $0.filter { $0 != "<" && $0 != ">" } }
    guard let response = HTTPResponse(bytes) else { return pass("without an answer of a web server") }
    guard response.status == 200 else { return pass("with status \(response.status)") }
    let kind = response.headers.kind("content-type")
    let isHTML = kind == "text/html" || kind == "application/xhtml+xml"
    guard isHTML || kind == "text/plain" else { return pass("of content type '\(kind.prefix(40))'") }
    let content: [UInt8]
    do throws(HTTPResponse.Fault) {
      content = try response.content(limits: limits)
    } catch {
      switch error {
      case .coding(let name): waiting.append(problem(.badRecord("content packed as '\(name.prefix(20))'"), address))
      case .content(let kind): waiting.append(problem(kind, address))
      }
      return
    }
    let declared =
      response.headers.parameter("charset", of: "content-type") ?? (isHTML ? DeclaredCharset.of(content) : nil)
    if !isHTML, Recognition.looksBinary(content.prefix(InputOpener.headLength)) { return pass("without text") }
    let text = Decoding.utf8(content, declared: declared)
    let found =
      isHTML
      ? HTMLPage(data: data).draft(of: text, url: address) : TextLayout(data: data).draft(TextLayout.lines(of: text))
    guard var draft = found, draft.body.contains(where: { !Bytes.isSpace($0) }) else { return pass("without text") }
    if draft.title.utf8.count + draft.body.count > limits.text {
      waiting.append(problem(.textTooLong(limit: limits.text), address))
      return
    }
    draft.url = draft.url ?? address
    draft.fetched = record["warc-date"].flatMap { DateReader(data: data).date($0) }
    if let address { draft.names = [address, address + "#" + Draft.digest([draft.title, Bytes.text(draft.body)])] }
    draft.nameByContent()
    articles += 1
    waiting.append(.draft(draft))
  }

  private func problem(_ kind: InputProblem.Kind, _ entry: String? = nil) -> DraftItem {
    .problem(InputProblem(file: file, kind: kind, entry: entry.map { String($0.prefix(200)) }))
  }
}
