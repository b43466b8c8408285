import Foundation
import Vocabulary

@testable import Relations

/// The project's tables of relations with some files of the test's own.
enum ScorerFolder {
  /// Makes the folder, which lasts as long as `body`.
  static func with<Result>(_ files: [String: Data], _ body: (DataFolder) throws -> Result) throws -> Result {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    let own = folder.appendingPathComponent("relations")
    let project = Extraction.data.appendingPathComponent("relations")
    try FileManager.default.createDirectory(at: own, withIntermediateDirectories: true)
    for name in try FileManager.default.contentsOfDirectory(atPath: project.path) where files[name] == nil {
      try FileManager.default.createSymbolicLink(
        at: own.appendingPathComponent(name), withDestinationURL: project.appendingPathComponent(name))
    }
    try FileManager.default.createSymbolicLink(
      at: folder.appendingPathComponent("reading"),
      withDestinationURL: Extraction.data.appendingPathComponent("reading"))
    for (name, data) in files { try data.write(to: own.appendingPathComponent(name)) }
    return try body(DataFolder(folder))
  }

  /// A table of the scorer's policy; `;` stands for a tab.
  static func policy(_ rows: String) -> Data {
    Data(("# Made for the test.\nname\tvalue\n" + rows.replacing(";", with: "\t")).utf8)
  }

  /// A network of four features, two members and a vector of one number, all weights a half.
  static func network() -> Data {
    var data = Data("ENTSCOR1".utf8)
    func append(_ value: UInt32) { withUnsafeBytes(of: value.littleEndian) { data.append(contentsOf: $0) } }
    func floats(_ count: Int) { for _ in 0..<count { append(Float(0.5).bitPattern) } }
    let (hidden, members, width, features) = (4, 2, 1, 4)
    for count in [hidden, members, width, features] { append(UInt32(count)) }
    for name in 0..<features { append(UInt32(name) &* 0x9E37_79B9) }
    floats(features)
    data.append(contentsOf: [UInt8](repeating: 1, count: features * hidden))
    floats(hidden + 3 * hidden * width + (hidden + members) * (16 + FrameHints.count))
    return data
  }
}
