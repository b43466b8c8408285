import Foundation
import Testing
import Vocabulary

@testable import Articles

/// The project's folder.
let projectFolder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()

/// The project's own data.
func readingData() throws -> ReadingData { try ReadingData.load(from: projectFolder.path + "/data") }

/// Test input that is not part of the project; nil where it is not there.
func sharedFolder() -> URL? {
  let named = ProcessInfo.processInfo.environment["ENTENTE_SHARED"].map { URL(fileURLWithPath: $0) }
  let folder = named ?? projectFolder.deletingLastPathComponent().appendingPathComponent("shared")
  return FileManager.default.fileExists(atPath: folder.path) ? folder : nil
}

/// The blocks as lines "kind: text".
func outline(_ read: ReadArticle) -> [String] { read.blocks.map { "\($0.kind.rawValue): \(read.text(of: $0))" } }

/// Whether the blocks are in bounds, in order, not empty and not overlapping.
func isSound(_ read: ReadArticle) -> Bool {
  let count = read.article.text.unicodeScalars.count
  var end = 0
  for block in read.blocks {
    guard block.range.lowerBound >= end, !block.range.isEmpty, block.range.upperBound <= count else { return false }
    end = block.range.upperBound
  }
  return true
}

/// A generator of the same numbers in every run (SplitMix64).
struct Dice: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// A folder that goes when the test ends.
final class Scratch {
  let path: String

  init() throws {
    path = FileManager.default.temporaryDirectory.appendingPathComponent("entente-\(UUID().uuidString)").path
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  /// Writes a file, and the folders above it.
  @discardableResult
  func write(_ name: String, _ bytes: some Sequence<UInt8>) throws -> String {
    let url = URL(fileURLWithPath: path + "/" + name)
    try FileManager.default.createDirectory(at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: url)
    return url.path
  }

  /// Writes a text.
  @discardableResult
  func write(_ name: String, _ text: String) throws -> String { try write(name, text.utf8) }

  /// What the reader gives for names below the folder, without details.
  func read(_ names: String..., limits: ReadingLimits = ReadingLimits()) throws -> [ReadItem] {
    ArticleReader(paths: names.map { $0.isEmpty ? path : path + "/" + $0 }, data: try readingData(), limits: limits)
      .filter { $0.problem?.severity != .detail }
  }

  /// The same, in short: ids, and problems without the folder's path.
  func summary(_ names: String..., limits: ReadingLimits = ReadingLimits()) throws -> [String] {
    let paths = names.map { $0.isEmpty ? path : path + "/" + $0 }
    return try ArticleReader(paths: paths, data: readingData(), limits: limits)
      .filter { $0.problem?.severity != .detail }.map {
        switch $0 {
        case .article(let read):
          // A file of the folder itself bears the folder's random name.
          read.article.id.replacingOccurrences(of: URL(fileURLWithPath: path).lastPathComponent + "/", with: "./")
        case .problem(let problem):
          problem.description.replacingOccurrences(of: path + "/", with: "")
            .replacingOccurrences(of: path, with: "FOLDER")
        }
      }
  }
}

extension ReadItem {
  var article: ReadArticle? { if case .article(let read) = self { read } else { nil } }
  var problem: InputProblem? { if case .problem(let problem) = self { problem } else { nil } }
}
