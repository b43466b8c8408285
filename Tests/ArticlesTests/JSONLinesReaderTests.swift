import Testing
import Vocabulary

@testable import Articles

@Suite struct JSONLinesReaderTests {
  /// What the reader makes of lines, in short.
  func summary(_ text: String, limits: ReadingLimits = ReadingLimits(), chunk: Int = 7) throws -> [String] {
    var reader = JSONLinesReader(
      MemorySource(Array(text.utf8)), file: "f", data: try readingData(), limits: limits, chunk: chunk)
    var items: [String] = []
    while let item = reader.next() {
      switch item {
      case .draft(let draft): items.append(draft.id ?? draft.names.first ?? "?")
      case .problem(let problem) where problem.severity == .detail: continue
      case .problem(let problem): items.append(problem.description)
      }
    }
    return items
  }

  @Test(arguments: [1, 2, 7, 64, 100_000])
  func readsLinesInChunksOfAnySize(_ chunk: Int) throws {
    let text = "\n" + #"{"id":"a","title":"A"}"# + "\r\n\n" + #"{"id":7,"body":"B","more":[1,{"x":null}]}"#
    #expect(try summary(text, chunk: chunk) == ["a", "7"])
  }

  @Test(arguments: [
    (#"{"id":"a","title":null,"body":"B","date":null,"url":null}"#, "a"),
    (#"{"title":"A"}"#, "6887123ae0757277b806e92f64be9f0f"),
    (#"{"id":" ","title":"A"}"#, "6887123ae0757277b806e92f64be9f0f"),
    (#"{"id":null,"title":"A","url":"https://example.org/a"}"#, "https://example.org/a"),
    (#"{"id":"a"}"#, #"f:1: the article has no "title" and no "body"; give it one"#),
    (#"{"id":"a","body":" "}"#, #"f:1: the article has no "title" and no "body"; give it one"#),
    (#"{"id":"a","body":["B",{}]}"#, #"f:1: "body" is not text or null; correct the line"#),
    (#"{"id":"a","body":["B","C"]}"#, "a"),
    (#"{"id":true,"body":"B"}"#, #"f:1: "id" is not text or a number; correct the line"#),
    (#"[1]"#, "f:1: the line is JSON but no object; write an article as {\"id\": …, \"title\": …, \"body\": …}"),
    (#"{"id":12345678901234567890,"body":"B"}"#, "12345678901234567890"),
    ("{", "f:1: broken JSON (it ends too early); correct the line, the next lines are read"),
    (#"{"id":"a","body":"half \ud83d of a pair, \u00e9"}"#, "a"),
  ])
  func judgesALine(line: String, expected: String) throws {
    #expect(try summary(line) == [expected])
  }

  @Test func goesOnAfterABrokenLine() throws {
    let items = try summary(
      "{\"id\":\"a\",\"body\":\"A\"}\n{\"id\":\"b\",\"body\":}\nnothing\n{\"id\":\"c\",\"body\":\"C\"}")
    #expect(items.count == 4 && items.first == "a" && items.last == "c")
    #expect(
      items[1].hasPrefix("f:2: broken JSON (") && items[1].hasSuffix("; correct the line, the next lines are read"))
    #expect(items[2].hasPrefix("f:3: broken JSON ("))
  }

  @Test func passesOverALineThatIsTooLong() throws {
    let long = #"{"id":"long","body":""# + String(repeating: "x", count: 5000) + #""}"#
    let text = #"{"id":"a","body":"A"}"# + "\n" + long + "\n" + #"{"id":"c","body":"C"}"# + "\n" + long
    let expected = [
      "a", "f:2: the line is longer than 1000 bytes; split it, the next lines are read", "c",
      "f:4: the line is longer than 1000 bytes; split it, the next lines are read",
    ]
    for chunk in [1, 100, 1000, 4096, 1_000_000] {
      #expect(try summary(text, limits: ReadingLimits(line: 1000), chunk: chunk) == expected)
    }
    #expect(
      try summary(long, limits: ReadingLimits(text: 1000)) == ["f:1: the article is longer than 1000 bytes; split it"])
  }

  @Test func keepsLinesOfInvalidUTF8() throws {
    let bytes = Array("{\"id\":\"a\",\"body\":\"A".utf8) + [0xFF] + Array("\"}\n{\"id\":\"b\",\"body\":\"B\"}".utf8)
    var reader = JSONLinesReader(MemorySource(bytes), file: "f", data: try readingData(), limits: ReadingLimits())
    var bodies: [String] = []
    while case .draft(let draft) = reader.next() { bodies.append(Bytes.text(draft.body)) }
    #expect(bodies == ["A\u{FFFD}", "B"])
  }

  @Test func keepsAnArticleWhoseDateIsNotUnderstood() throws {
    let items = try summary(#"{"id":"a","body":"A","date":"soon"}"# + "\n" + #"{"id":"b","body":"B"}"#)
    let note = "f:1: the date 'soon' is not understood, the article is kept without it; write it as 2023-01-30"
    #expect(items == [note, "a", "b"])
  }

  @Test func keepsTheFirstOfTwoEqualIDs() throws {
    let scratch = try Scratch()
    try scratch.write("a.jsonl", #"{"id":"x","body":"First."}"# + "\n" + #"{"id":"x","body":"Second."}"#)
    #expect(
      try scratch.summary("a.jsonl") == [
        "x", "a.jsonl:2: the id 'x' occurs twice, the first article is kept; give this one another id",
      ])
  }

  @Test func keepsAllKeysAndTheTextAsItIs() throws {
    let scratch = try Scratch()
    let line =
      #"{"id":"x","title":"A title","date":"Mon, 30 Jan 2023 09:00:00 +0900","body":"One.\r\n\tTwo  \n\n\nThree.","url":"https://example.org/x","publisher":"Post","language":"en"}"#
    try scratch.write("a.jsonl", line)
    let read = try #require(try scratch.read("a.jsonl").first?.article)
    #expect(
      read.article
        == Article(
          id: "x", title: "A title", date: CalendarDate("2023-01-30"), body: "One. \n\tTwo  \n\n\nThree.",
          url: "https://example.org/x", publisher: "Post", language: "en"))
    #expect(outline(read) == ["title: A title", "paragraph: One.", "paragraph: Two", "paragraph: Three."])
    #expect(read.file == scratch.path + "/a.jsonl" && read.line == 1 && read.dateOrigin == .metadata)
  }
}
