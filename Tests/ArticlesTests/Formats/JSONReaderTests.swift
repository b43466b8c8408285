import Testing

@testable import Articles

/// JSON that is not one object a line.
@Suite struct JSONReaderTests {
  @Test(arguments: [
    // An array, on one line and over several.
    (#"[{"id":"a","title":"A"},{"id":"b","body":"B"}]"#, ["a | A | - | - | - | - | ", "b |  | - | - | - | - | B"]),
    ("[\n  {\n    \"id\": 7,\n    \"body\": \"B, {C}\"\n  }\n]\n", ["7 |  | - | - | - | - | B, {C}"]),
    // Lists inside lists, and several arrays one behind the other.
    (
      #"[[{"id":"a","title":"A"}],[{"id":"b","title":"B"}]]"#, ["a | A | - | - | - | - | ", "b | B | - | - | - | - | "]
    ),
    (
      "[{\"id\":\"a\",\"title\":\"A\"}]\n[{\"id\":\"b\",\"title\":\"B\"}]",
      ["a | A | - | - | - | - | ", "b | B | - | - | - | - | "]
    ),
    // One object over several lines, and several of them.
    ("{\n\"id\": \"a\",\n\"title\": \"A\"\n}", ["a | A | - | - | - | - | "]),
    (
      "{\n\"id\": \"a\",\n\"title\": \"A\"}\n{\n\"id\": \"b\",\n\"title\": \"B\"\n}",
      ["a | A | - | - | - | - | ", "b | B | - | - | - | - | "]
    ),
    // Objects that hold a list under a known name, under any name, and deeper.
    (
      #"{"status":"ok","articles":[{"id":"a","title":"A"},{"id":"b","title":"B"}],"next":[{"title":"no"}]}"#,
      ["a | A | - | - | - | - | ", "b | B | - | - | - | - | "]
    ),
    (
      "{\n\"response\": {\"docs\": [{\"id\": \"a\", \"title\": \"A\"}], \"results\": [{\"id\": \"b\", \"title\": \"B\"}]}}",
      ["a | A | - | - | - | - | ", "b | B | - | - | - | - | "]
    ),
    (#"{"hits":{"hits":[{"_id":"a","_source":{"title":"A","content":"C"}}]}}"#, ["a | A | - | - | - | - | C"]),
    (#"{"payload":{"my stories":[{"id":"a","title":"A"}]}}"#, ["a | A | - | - | - | - | "]),
    (#"{"data":{"id":"a","title":"A"}}"#, ["a | A | - | - | - | - | "]),
    // An article that has a list of such a name itself.
    ("{\"id\": \"a\", \"body\": \"A\",\n\"items\": [{\"title\": \"no\"}]}", ["a |  | - | - | - | - | A"]),
    // Names in other cases, objects inside, paragraphs in a list, wrapped values.
    (
      #"[{"_id":{"$oid":"a"},"Headline":"A","Full_Text":["One.","Two."],"pubDate":{"$date":"2023-01-30T10:00:00Z"},"source":{"id":"post","name":"The Post"},"authors":[{"name":"X"}]}]"#,
      ["a | A | 2023-01-30 | - | The Post | - | One. ¶ Two."]
    ),
    (
      #"[{"title":{"rendered":"<b>A fine day</b>"},"content":{"rendered":"<p>One.</p><p>Two.</p>"},"link":"https://example.org/a"}]"#,
      ["(https://example.org/a) | A fine day | - | https://example.org/a | - | - | One. ¶ Two."]
    ),
    (#"[{"id":"a","body":"&lt;p&gt;One &amp;amp; two.&lt;/p&gt;"}]"#, ["a |  | - | - | - | - | One & two."]),
    // What RFC 8259 does not allow and programs write.
    ("[{\"id\":\"a\",\"title\":\"A\",\"score\":NaN,},]", ["a | A | - | - | - | - | "]),
    ("[{\"id\":\"a\",\"title\":\"A\tB\"}]", ["a | A B | - | - | - | - | "]),
  ])
  func reads(_ text: String, _ expected: [String]) throws {
    #expect(try outline(text).map { $0.replacing("\t", with: " ") } == expected)
  }

  @Test func readsAJSONFeed() throws {
    let feed = """
      {
        "version": "https://jsonfeed.org/version/1.1",
        "title": "The Harbour Post",
        "items": [
          {"id": "1", "url": "https://example.org/1", "title": "Talks end", "date_published": "2023-01-30T08:00:00+09:00",
           "content_html": "<p>Talks ended.</p><p>Nothing was signed.</p>", "summary": "Short."},
          {"id": "2", "content_text": "A note without a title.", "language": "en"},
          {"id": "3", "title": "Only a summary", "summary": "That is all."}
        ]
      }
      """
    #expect(
      try outline(feed, details: true) == [
        "1 | Talks end | 2023-01-30 | https://example.org/1 | The Harbour Post | - | Talks ended. ¶ Nothing was signed.",
        "2 |  | - | - | The Harbour Post | en | A note without a title.",
        "3 | Only a summary | - | - | The Harbour Post | - | That is all.",
        "-: 1 of 3 articles hold summaries only; get the pages for the whole text",
        "-: read as id, title, body from content_html, body from content_text, summary, date from date_published, url,"
          + " language",
      ])
  }

  /// Damage costs the article in which it is, and is told with its line.
  @Test(arguments: [
    (
      "[\n{\"id\":\"a\",\"title\":\"A\"},\n{\"id\":\"b\",\"title\":\"B},\n{\"id\":\"c\",\"title\":\"C\"}\n]",
      ["a", "-:3: ", "c"]
    ),
    (#"[{"id":"a","title":"A"},{"id":"b","title":"B},{"id":"c","title":"C"}]"#, ["a", "-:1: ", "c"]),
    (
      "[{\"id\":\"a\",\"title\":\"A\"},\n{\"id\":\"b\" \"title\":\"B\"},\n{\"id\":\"c\",\"title\":\"C\"}]",
      ["a", "-:2: ", "c"]
    ),
    (
      "[{\"id\":\"a\",\"title\":\"A\"},\n{\"id\":\"b\",\"tags\":[\"x\",\"title\":\"B\"},\n{\"id\":\"c\",\"title\":\"C\"}]",
      ["a", "-:2: ", "c"]
    ),
    ("[{\"id\":\"a\",\"title\":\"A\"},\n{\"id\":\"b\",\"ti", ["a", "-:2: the JSON that begins here is not closed"]),
    (#"[{"id":"a","title":"A"}"#, ["a", "-:1: the JSON that begins here is not closed"]),
    (#"[{"id":"a","title":"A"}, 1, "x", [2], null]"#, ["a", "-:1: 4 values are no JSON object"]),
    ("[]", ["-: JSON without an article"]),
    (#"{"articles":[]}"#, ["-:1: the article has no \"title\""]),
    (#"[{"id":"a","title":"A"}]]}"#, ["a"]),
  ])
  func goesOnAfterDamage(_ text: String, _ expected: [String]) throws {
    for chunk in [1, 7, 1 << 18] {
      var reader = JSONReader(
        MemorySource(Array(text.utf8)), file: "-", data: try readingData(), limits: ReadingLimits(), chunk: chunk)
      var items: [String] = []
      while let item = reader.next() {
        switch item {
        case .draft(let draft): items.append(draft.id ?? "?")
        case .problem(let problem) where problem.severity != .detail:
          items.append(problem.description.replacing("standard input", with: "-"))
        default: break
        }
      }
      #expect(
        items.count == expected.count && zip(items, expected).allSatisfy { $0.hasPrefix($1) }, "\(chunk) \(items)")
    }
  }

  @Test func refusesWhatLiesTooDeep() throws {
    let deep = String(repeating: "[", count: 2_000_000)
    #expect(try outline(deep, name: "a.json") == ["a.json:1: lies more than 64 levels deep; make it flatter"])
    let object = #"{"id":"a","title":"A","x":"# + String(repeating: "{\"y\":", count: 300_000)
    let more = String(repeating: "}", count: 300_001)
    #expect(
      try outline("[\(object)1\(more),{\"id\":\"b\",\"title\":\"B\"}]") == [
        "-:1: lies more than 64 levels deep; make it flatter", "b | B | - | - | - | - | ",
      ])
    #expect(try outline(object + "1" + more) == ["-:1: lies more than 64 levels deep; make it flatter"])
  }

  @Test func passesOverAnElementThatIsTooLong() throws {
    let long = #"{"id":"long","body":""# + String(repeating: "x", count: 5000) + #""}"#
    let text = "[{\"id\":\"a\",\"title\":\"A\"},\n\(long),\n{\"id\":\"c\",\"title\":\"C\"}]"
    #expect(
      try outline(text.utf8, limits: ReadingLimits(line: 1000)) == [
        "a | A | - | - | - | - | ", "-:2: the line is longer than 1000 bytes; split it, the next lines are read",
        "c | C | - | - | - | - | ",
      ])
    #expect(
      try outline(text.utf8, limits: ReadingLimits(text: 1000))[1]
        == "-:2: the article is longer than 1000 bytes; split it")
  }

  /// A missing quote turns the rest of a file inside out; reading must come back long before its end.
  @Test func findsBackIntoALongFile() throws {
    let articles = (0..<2000).map { "{\"id\":\"\($0)\",\"body\":\"Words of \($0).\"}" }
    var damaged = articles
    damaged[5] = #"{"id":"5","body":"Words of 5.}"#
    damaged[700] = #"{"id":"700","body:"Words of 700."}"#
    for separator in [",\n", ","] {
      let items = try outline("[" + damaged.joined(separator: separator) + "]")
      let drafts = items.filter { !$0.hasPrefix("-:") }
      #expect(drafts.count >= 1996 && drafts.last?.hasPrefix("1999 ") == true, "\(drafts.count)")
      #expect(items.count - drafts.count >= 2)
    }
  }
}
