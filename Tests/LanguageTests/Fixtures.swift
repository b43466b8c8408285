import Foundation
import Language

/// What the tests share: the model, loaded once, and the golden files.
enum Fixtures {
  /// The model, or the error that loading gave.
  static let model = Result { () throws(LanguageError) -> Model in try Model.load(from: try Model.locate()) }

  static func pipeline() throws -> Pipeline { Pipeline(model: try model.get()) }

  static func modelPath() throws -> String { try Model.locate() }

  /// One golden text: what the reference says of every token.
  struct GoldenText: Decodable, Sendable {
    let text: String
    let tokens: [GoldenToken]
    let sent_starts: [Int]
    let ents: [GoldenEntity]
  }

  struct GoldenToken: Decodable, Sendable {
    let text: String
    let idx: Int
    let space: Bool
    let norm: String
    let tag: String
    let pos: String
    let morph: String
    let lemma: String
    let head: Int
    let dep: String
    let ent_iob: String
    let ent_type: String

    /// All fields in a row, for one comparison that shows them all.
    var fields: [String] {
      [
        text, String(idx), String(space), norm, tag, pos, morph, lemma, String(head), dep,
        ent_iob.isEmpty ? "O" : ent_iob, ent_type,
      ]
    }
  }

  struct GoldenEntity: Decodable, Sendable {
    let start: Int
    let end: Int
    let label: String

    init(from decoder: any Decoder) throws {
      var parts = try decoder.unkeyedContainer()
      start = try parts.decode(Int.self)
      end = try parts.decode(Int.self)
      label = try parts.decode(String.self)
    }
  }

  static func goldenTexts(_ url: URL) throws -> [GoldenText] {
    try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map {
      try JSONDecoder().decode(GoldenText.self, from: Data($0.utf8))
    }
  }

  /// A golden file of the project.
  static func golden(_ name: String) throws -> URL {
    guard let url = Bundle.module.url(forResource: "Golden", withExtension: nil) else {
      throw CocoaError(.fileNoSuchFile)
    }
    return url.appending(path: name)
  }

  /// A file of the larger reference set, kept outside the repository; nil where it is not at hand.
  static func shared(_ name: String) -> URL? {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let folder =
      ProcessInfo.processInfo.environment["ENTENTE_SHARED"].map { URL(filePath: $0) }
      ?? root.deletingLastPathComponent().appending(path: "shared")
    let url = folder.appending(path: "model/\(name)")
    if FileManager.default.fileExists(atPath: url.path) { return url }
    print("\(name) of the larger reference set is not at hand; its test is left out (ENTENTE_SHARED names its folder)")
    return nil
  }
}

extension Token {
  /// All fields in the order of `Fixtures.GoldenToken.fields`.
  var fields: [String] {
    let name: [String] =
      switch entity {
      case .outside: ["O", ""]
      case .begin(let label): ["B", label.rawValue]
      case .inside(let label): ["I", label.rawValue]
      }
    return [
      text, String(start), String(hasSpaceAfter), norm, tag, pos.rawValue, morph, lemma, String(head), dep.rawValue,
    ] + name
  }
}
