import Testing

@testable import Language

@Suite struct MessageTests {
  @Test func readsEveryKind() throws {
    let bytes: [UInt8] =
      [0x87, 0xa1, 0x61, 0x01, 0xa1, 0x62, 0xff, 0xa1, 0x63, 0xc3, 0xa1, 0x64, 0xc0, 0xa1, 0x65, 0x92, 0x05, 0xc2]
      + [0xa1, 0x66, 0xc4, 0x02, 0x01, 0x02, 0x07, 0xcb, 0x3f, 0xf0, 0, 0, 0, 0, 0, 0]
    let file = try MessageFile(bytes, name: "test")
    #expect(try file.integer(file.field("a", of: file.root), "a") == 1)
    #expect(try file.integer(file.field("b", of: file.root), "b") == -1)
    #expect(try file.list(file.field("e", of: file.root), "e").count == 2)
    #expect(try file.range(file.field("f", of: file.root), "f").count == 2)
    guard case .real(1)? = file.field(7, of: file.root) else {
      Issue.record("7 is not 1.0")
      return
    }
  }

  /// Crafted files give a clear error that names the file; none crashes or reserves what it has no bytes for.
  @Test(
    arguments: [
      ([], "cut short"), ([0xc1], "unknown type code"), ([0xdd, 0xff, 0xff, 0xff, 0xff], "list of"),
      ([0xdf, 0xff, 0xff, 0xff, 0xff, 1], "map of"), ([0xdb, 0xff, 0xff, 0xff, 0xff, 1], "cut short"),
      ([0xc6, 0x00, 0x00, 0x00, 0x09, 1], "cut short"), ([0x01, 0x01], "bytes follow"), ([0xcf, 1, 2], "cut short"),
      ([UInt8](repeating: 0x91, count: 100_000), "nested deeper"), ([0x81, 0xa1], "map of"),
    ] as [([UInt8], String)])
  func refusesCraftedFiles(bytes: [UInt8], reason: String) {
    let error = #expect(throws: LanguageError.self) { try MessageFile(bytes, name: "crafted") }
    #expect(error?.description.contains("crafted") == true)
    #expect(error?.description.contains(reason) == true)
  }

  @Test(arguments: 0..<50)
  func survivesRandomBytes(seed: UInt64) {
    var random = Random(seed: seed)
    for _ in 0..<200 {
      let bytes = random.bytes(Int(random.next() % 64))
      _ = try? MessageFile(bytes, name: "random")
    }
  }

  @Test(arguments: [
    "", "{", "[1,", "\"\\", "{\"a\":}", "nul", "[1]]", String(repeating: "[", count: 1000), "\"\\u12\"",
  ])
  func refusesBrokenJSON(text: String) {
    #expect(JSONValue(text).map { "\($0)" } == nil)
  }

  @Test func readsJSON() throws {
    guard case .object(let object)? = JSONValue(" {\"a\": [1, -2.5e1, \"\\u00e9\\n\"], \"b\": {\"c\": null}} "),
      case .list(let list)? = object["a"], case .number(-25) = list[1], case .string("é\n") = list[2]
    else {
      Issue.record("not read")
      return
    }
  }

  @Test(
    arguments: [
      ("^n'?t$", ["n't", "nt"]), ("^n[ou]thin'$", ["nothin'", "nuthin'"]), ("^y'?$", ["y'", "y"]), ("^a.b$", nil),
      ("ab", nil), ("^a|b$", nil), ("^[ab$", nil),
    ] as [(String, [String]?)])
  func expandsSimpleExpressions(pattern: String, words: [String]?) {
    #expect(FiniteExpression.expand(pattern) == words)
  }
}
