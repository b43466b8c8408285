import CZlib
import Foundation
import Vocabulary

@testable import Articles

/// What the readers make of some bytes, in short, one entry a draft or problem.
///
/// A draft is `id | title | date | url | publisher | language | body`, with ` ¶ ` for an empty line in the body and `-`
/// for what is missing; the names of an article without an id stand in parentheses.
func outline(
  _ bytes: some Sequence<UInt8>, name: String = "-", limits: ReadingLimits = ReadingLimits(), mapping: [String] = [],
  details: Bool = false
) throws -> [String] {
  let opener = InputOpener(data: try readingData(), limits: limits, mapping: try FieldMapping(parsing: mapping))
  var source = opener.open(MemorySource(Array(bytes)), name: name)
  var items: [String] = []
  while let item = source.next() {
    switch item {
    case .draft(let draft): items.append(outline(draft))
    case .problem(let problem) where problem.severity == .detail && !details: continue
    case .problem(let problem):
      items.append(problem.description.replacingOccurrences(of: "standard input", with: "-"))
    }
  }
  return items
}

func outline(_ text: String, name: String = "-", mapping: [String] = [], details: Bool = false) throws -> [String] {
  try outline(text.utf8, name: name, mapping: mapping, details: details)
}

func outline(_ draft: Draft) -> String {
  let body = Bytes.text(draft.body).replacingOccurrences(of: "\n\n", with: " ¶ ")
  return [
    draft.id ?? draft.names.first.map { "(\($0))" } ?? "-", draft.title, draft.date?.description ?? "-",
    draft.url ?? "-", draft.publisher ?? "-", draft.language ?? "-", body,
  ].joined(separator: " | ")
}

/// The bytes packed by gzip.
func gzipped(_ bytes: some Sequence<UInt8>) -> [UInt8] { packed(bytes, windowBits: 31) }

/// The bytes packed by zlib: 31 for gzip's header, 15 for zlib's, -15 for none.
func packed(_ bytes: some Sequence<UInt8>, windowBits: Int32) -> [UInt8] {
  var input = Array(bytes)
  var stream = z_stream()
  deflateInit2_(
    &stream, 9, Z_DEFLATED, windowBits, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
  defer { deflateEnd(&stream) }
  var output = [UInt8](repeating: 0, count: Int(deflateBound(&stream, UInt(input.count))) + 64)
  let length = input.withUnsafeMutableBufferPointer { source in
    output.withUnsafeMutableBufferPointer { target in
      stream.next_in = source.baseAddress
      stream.avail_in = UInt32(source.count)
      stream.next_out = target.baseAddress
      stream.avail_out = UInt32(target.count)
      deflate(&stream, Z_FINISH)
      return target.count - Int(stream.avail_out)
    }
  }
  return Array(output.prefix(length))
}

/// A source that repeats a piece between a beginning and an end, and holds none of it twice.
struct RepeatingSource: ByteSource {
  var beginning: [UInt8]
  /// The piece with a number.
  let piece: (Int) -> [UInt8]
  var count: Int
  var end: [UInt8] = []
  private var number = 0
  private var held: [UInt8] = []

  init(beginning: String = "", count: Int, end: String = "", piece: @escaping (Int) -> [UInt8]) {
    self.beginning = Array(beginning.utf8)
    self.piece = piece
    self.count = count
    self.end = Array(end.utf8)
  }

  mutating func read(atMost wanted: Int) -> [UInt8] {
    held += beginning
    beginning = []
    while held.count < wanted, number < count {
      held += piece(number)
      number += 1
    }
    if number == count {
      held += end
      end = []
    }
    let read = Array(held.prefix(wanted))
    held.removeFirst(read.count)
    return read
  }
}
