import Foundation
import Testing

@testable import Language

@Suite struct ModelLoadingTests {
  /// A copy of the model in a new folder, removed when the test is done.
  private func withCopy(_ body: (URL) throws -> Void) throws {
    let copy = FileManager.default.temporaryDirectory.appending(path: "entente-model-\(UUID().uuidString)")
    try FileManager.default.copyItem(at: URL(filePath: try Fixtures.modelPath()), to: copy)
    defer { try? FileManager.default.removeItem(at: copy) }
    try body(copy)
  }

  private static let files = [
    "tokenizer", "tok2vec/model", "tagger/model", "tagger/cfg", "parser/model", "parser/moves", "ner/model",
    "ner/moves", "attribute_ruler/patterns", "lemmatizer/lookups/lookups.bin", "vocab/lookups.bin",
  ]

  @Test func aMissingFileIsNamed() throws {
    try withCopy { copy in
      for name in Self.files {
        let file = copy.appending(path: name)
        let contents = try Data(contentsOf: file)
        try FileManager.default.removeItem(at: file)
        let error = #expect(throws: LanguageError.self) { try Model.load(from: copy.path) }
        #expect(error == .missing(file: file.path))
        try contents.write(to: file)
      }
    }
  }

  @Test func aTruncatedFileIsNamed() throws {
    try withCopy { copy in
      for name in Self.files {
        let file = copy.appending(path: name)
        let contents = try Data(contentsOf: file)
        for length in [0, 1, contents.count / 2, contents.count - 1] where length < contents.count {
          // The one byte that may go is the line end of the JSON file.
          if name == "tagger/cfg" && length == contents.count - 1 { continue }
          try contents.prefix(length).write(to: file)
          let error = #expect(throws: LanguageError.self) { try Model.load(from: copy.path) }
          #expect(error?.description.contains(file.path) == true)
        }
        try contents.write(to: file)
      }
    }
  }

  @Test func alteredBytesNeverCrash() throws {
    try withCopy { copy in
      var random = Random(seed: 7)
      for name in Self.files where !name.hasSuffix("model") || name == "tagger/model" {
        let file = copy.appending(path: name)
        let contents = try Data(contentsOf: file)
        for _ in 0..<3 {
          var altered = contents
          for _ in 0..<4 {
            altered[Int(random.next() % UInt64(altered.count))] = UInt8(truncatingIfNeeded: random.next())
          }
          try altered.write(to: file)
          if let model = try? Model.load(from: copy.path) { _ = Pipeline(model: model).analyze(["A short text."]) }
        }
        try contents.write(to: file)
      }
    }
  }

  @Test func aWrongShapeIsNamed() throws {
    try withCopy { copy in
      // The labels are one fewer, so the tagger's 50 rows no longer fit.
      let file = copy.appending(path: "tagger/cfg")
      let text = try String(contentsOf: file, encoding: .utf8)
      try text.replacing("\"XX\",", with: "").write(to: file, atomically: true, encoding: .utf8)
      let error = #expect(throws: LanguageError.self) { try Model.load(from: copy.path) }
      #expect(error?.description.contains("tagger/model is damaged: node 3, softmax W has shape [50, 96]") == true)
    }
  }

  @Test func aFolderThatIsNotThere() {
    #expect(throws: LanguageError.missing(file: "/nowhere/vocab/lookups.bin")) { try Model.load(from: "/nowhere") }
  }

  @Test func locatesTheModel() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "entente-locate-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for place in ["named", "prefix/share/entente/model", "prefix/bin", "cache/model", "xdg/entente/model"] {
      try FileManager.default.createDirectory(at: folder.appending(path: place), withIntermediateDirectories: true)
      try Data().write(to: folder.appending(path: place + "/tokenizer"))
    }
    let base = folder.path
    let binary = base + "/prefix/bin/entente"
    #expect(try Model.locate(environment: ["ENTENTE_MODEL": base + "/named"], binary: binary) == base + "/named")
    let beside = try Model.locate(environment: ["ENTENTE_CACHE": base + "/cache"], binary: binary)
    #expect(URL(filePath: beside).standardized.path == base + "/prefix/share/entente/model")
    #expect(try Model.locate(environment: ["ENTENTE_CACHE": base + "/cache"]) == base + "/cache/model")
    #expect(try Model.locate(environment: ["XDG_CACHE_HOME": base + "/xdg"]) == base + "/xdg/entente/model")
    let error = #expect(throws: LanguageError.self) { try Model.locate(environment: ["HOME": base]) }
    #expect(error?.description.contains("make setup") == true)
    #expect(throws: LanguageError.self) { try Model.locate(environment: ["ENTENTE_MODEL": base + "/absent"]) }
  }
}
