import Foundation
import Testing

/// The scorer that the project's gold sets came with: the rules in another program, to compare with.
enum Scorer {
  /// Its figures: as JSON, and the lines of its table.
  struct Figures {
    let json: [String: Any]
    let table: [[String]]

    /// The numbers of a part: "typed-actual", "on matched".
    func numbers(_ part: String) throws -> [String: Double] {
      try #require(json[part] as? [String: NSNumber]).mapValues(\.doubleValue)
    }
  }

  /// The folder with the gold sets and the scorer: `ENTENTE_SHARED`, or `shared` beside the project.
  private static let folder =
    ProcessInfo.processInfo.environment["ENTENTE_SHARED"].map { URL(fileURLWithPath: $0) }
    ?? Binary.root.deletingLastPathComponent().appendingPathComponent("shared")

  /// A file of the folder; nil, and a word about it, where it is not at hand.
  static func file(_ path: String) -> URL? {
    let url = folder.appendingPathComponent(path)
    if FileManager.default.fileExists(atPath: url.path) { return url }
    print("left out: \(path) is not at hand (ENTENTE_SHARED names its folder)")
    return nil
  }

  /// Python; nil, and a word about it, where it is not installed.
  static func python() -> URL? {
    let path = ProcessInfo.processInfo.environment["PATH"] ?? ""
    let found = path.split(separator: ":").map { URL(fileURLWithPath: String($0)).appendingPathComponent("python3") }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    if found == nil { print("left out: python3 is not installed, so there is nothing to compare with") }
    return found
  }

  /// What it says of found triples.
  static func figures(
    _ scorer: URL, _ python: URL, gold: URL, system: URL, asEvents: Bool
  ) throws -> Figures {
    let arguments = [scorer.path, gold.path, system.path] + (asEvents ? ["--event-coding"] : [])
    let json = try output(python, arguments + ["--json"])
    let table = try output(python, arguments)
    return Figures(
      json: try #require(try JSONSerialization.jsonObject(with: json) as? [String: Any]),
      table: String(decoding: table, as: UTF8.self).split(separator: "\n").prefix(5).map {
        $0.split(separator: " ").map(String.init)
      })
  }

  private static func output(_ program: URL, _ arguments: [String]) throws -> Data {
    let process = Process()
    process.executableURL = program
    process.arguments = arguments
    let pipe = Pipe()
    process.standardOutput = pipe
    try process.run()
    let data = pipe.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    return data
  }
}
