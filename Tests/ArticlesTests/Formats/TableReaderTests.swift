import Testing

@testable import Articles

/// CSV, TSV and their relatives.
@Suite struct TableReaderTests {
  @Test(arguments: [
    ("id,title,body\n1,A,Text.\n2,B,More.\n", ["1 | A | - | - | - | - | Text.", "2 | B | - | - | - | - | More."]),
    // Quotes, doubled quotes, separators and line ends inside, carriage returns, no line end at the end.
    (
      "id,title,text\r\n1,\"A, \"\"B\"\"\",\"One.\r\n\r\nTwo, \"\"three\"\".\"",
      ["1 | A, \"B\" | - | - | - | - | One. ¶ Two, \"three\"."]
    ),
    ("id\ttitle\tcontent\n1\tA \"quoted\" word\t\"Text.\"\n", ["1 | A \"quoted\" word | - | - | - | - | Text."]),
    (
      "Headline;Maintext;Published At;Source Name\nA;Text; 30 January 2023;The Post\n",
      ["(DIGEST) | A | 2023-01-30 | - | The Post | - | Text"]
    ),
    (
      "title|url|body\nA|https://example.org/a|Text.",
      ["(https://example.org/a) | A | - | https://example.org/a | - | - | Text."]
    ),
    ("sep=;\nid;title;body\n1;A;Text.\n", ["1 | A | - | - | - | - | Text."]),
    ("\n\nid,title,body\n\n1,A,Text.\n\n", ["1 | A | - | - | - | - | Text."]),
    ("id,title,body\r1,A,Text.\r2,B,More.\r", ["1 | A | - | - | - | - | Text.", "2 | B | - | - | - | - | More."]),
    // Cells that say nothing, the first name in order that has a value, markup in a cell.
    (
      "id,title,body,content,description\n1,A,NaN,\"<p>One.</p><p>Two.</p>\",Short.\n2,B,,,Short.\n",
      [
        "1 | A | - | - | - | - | One. ¶ Two.", "2 | B | - | - | - | - | Short.",
        "-: 1 of 2 articles hold summaries only; get the pages for the whole text",
      ]
    ),
    // Rows that are ragged.
    (
      "id,title,body\n0,O,Text.\n1,A\n2,B,Text,more\n3,C,Text.,,,\n4,D,Text.\n",
      [
        "0 | O | - | - | - | - | Text.", "-:3: the row has 2 cells and the header 3; the others are taken as empty",
        "1 | A | - | - | - | - | ",
        "-:4: the row has 4 cells and the header 3; put quotes around cells that hold the separator",
        "3 | C | - | - | - | - | Text.", "4 | D | - | - | - | - | Text.",
      ]
    ),
    // Quotes that are not closed, in the middle and at the end.
    (
      "id,title,body\n1,\"A,Text.\n2,B,Text.\n",
      [
        "-:2: a quote that begins here is not closed; correct the row, the next line is read",
        "2 | B | - | - | - | - | Text.",
      ]
    ),
    (
      "id,title,body\n1,A,Text.\n2,B,\"Text",
      [
        "1 | A | - | - | - | - | Text.",
        "-:3: a quote that begins here is not closed; correct the row, the next line is read",
      ]
    ),
    ("id,title,body\n1,\"A\" and B,Text.\n", ["1 | A and B | - | - | - | - | Text."]),
    ("id,title,body\n,,\n", ["-:2: the article has no \"title\" and no \"body\"; give it one"]),
  ])
  func reads(_ text: String, _ expected: [String]) throws {
    let items = try outline(text).map { item in
      // A digest stands for an article without id and address.
      item.hasPrefix("(") && !item.hasPrefix("(http") ? "(DIGEST)" + item.drop { $0 != ")" }.dropFirst() : item
    }
    #expect(items == expected)
    for chunk in [1, 5] {
      let head = Array(text.utf8)[...]
      let names = try readingData().fields
      let dialect = try #require(TableDialect.of(head: head, fields: names, ending: ""))
      var reader = TableReader(
        MemorySource(Array(head)), file: "-", data: try readingData(), limits: ReadingLimits(), dialect: dialect,
        chunk: chunk)
      var count = 0
      while let item = reader.next() {
        if case .problem(let problem) = item, problem.severity == .detail { continue }
        count += 1
      }
      #expect(count == expected.count)
    }
  }

  @Test func countsLinesInsideQuotes() throws {
    let text = "id,title,body\n1,A,\"One.\n\nTwo.\"\n2,B,\"Three.\n\"\n3,C\n"
    #expect(try outline(text).contains { $0.hasPrefix("-:7: the row has 2 cells") })
  }

  @Test func readsOtherCharsets() throws {
    let text = Array("id;title;text\n1;Caf".utf8) + [0xE9] + Array(" talks;Text.\n".utf8)
    #expect(try outline(text) == ["1 | Café talks | - | - | - | - | Text."])
    #expect(try outline([0xEF, 0xBB, 0xBF] + Array("id,title,body\n1,A,B".utf8)) == ["1 | A | - | - | - | - | B"])
    let wide: [UInt8] =
      [0xFF, 0xFE] + "id,title,body\n1,한국,B".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] as [UInt8] }
    #expect(try outline(wide) == ["1 | 한국 | - | - | - | - | B"])
  }

  @Test func tellsTheColumnsThatItKnows() throws {
    let text = "nr,überschrift,wörter\n1,A,Text.\n"
    #expect(
      try outline(text, name: "a.csv") == [
        "a.csv:1: has no column for a title or text, but nr, überschrift, wörter; map one, as in body=wörter"
      ])
    #expect(
      try outline(text, name: "a.csv", mapping: ["title=ÜBERSCHRIFT", "body=wörter", "id=nr"], details: true) == [
        "1 | A | - | - | - | - | Text.", "a.csv: read as id from nr, title from überschrift, body from wörter",
      ])
    // A mapped part is read from the mapped names only.
    let both = "id,title,body,maintext\n1,A,Menu,Text.\n2,B,Menu,\n"
    #expect(try outline(both, mapping: ["body=maintext"]).first == "1 | A | - | - | - | - | Text.")
    #expect(try outline(both, mapping: ["body=maintext"]).last == "2 | B | - | - | - | - | ")
  }

  @Test func leavesProseAlone() throws {
    for text in [
      "Talks, text and body\n\nWords, words.", "Title, date\nWords.", "Body of text\nWords.", "a,b,c\n1,2,3",
    ] {
      #expect(
        Recognition.of(head: Array(text.utf8)[...], name: "a.txt", fields: try readingData().fields)
          == .format(.plainText))
    }
  }

  @Test func refusesWhatIsTooMuch() throws {
    let wide = "id,title,body" + String(repeating: ",x", count: 2000) + "\n1,A,Text.\n"
    #expect(
      try outline(wide, name: "a.csv") == ["a.csv:1: has more than 1000 columns; remove those that are not needed"])
    let long = "id,title,body\n1,A," + String(repeating: "x", count: 5000) + "\n2,B,Text.\n"
    #expect(
      try outline(long.utf8, limits: ReadingLimits(line: 1000)) == [
        "-:2: the line is longer than 1000 bytes; split it, the next lines are read", "2 | B | - | - | - | - | Text.",
      ])
    let quoted = "id,title,body\n1,A,\"" + String(repeating: "x\n", count: 5000) + "2,B,Text.\n"
    let items = try outline(quoted.utf8, limits: ReadingLimits(line: 1000))
    #expect(items.first?.hasPrefix("-:2: a quote that begins here") == true)
    #expect(items.last == "2 | B | - | - | - | - | Text.")
  }

  @Test func readsMappings() throws {
    let mapping = try FieldMapping(parsing: ["body=maintext", "publisher = source.title", "body=lead_text"])
    #expect(mapping.names == [.body: ["maintext", "lead_text"], .publisher: ["source.title"]])
    let line = #"{"id":"a","lead_text":"Words.","source":{"title":"Post"},"Main-Text":null}"#
    #expect(
      try outline(line, mapping: ["body=maintext", "publisher = source.title", "body=lead_text"])
        == ["a |  | - | - | Post | - | Words."])
  }

  @Test(arguments: [
    ("maintext", "'maintext' maps nothing; write PART=NAME, for example body=maintext"),
    (
      "text=maintext",
      "'text' is no part of an article; one of id, title, body, summary, date, url, publisher, language is mapped, for"
        + " example body=maintext"
    ),
    ("body= ", "no name stands behind 'body='; write the name that the file has, for example body=maintext"),
  ])
  func refusesWrongMappings(_ setting: String, _ message: String) {
    let error = #expect(throws: FieldMappingError.self) { try FieldMapping(parsing: [setting]) }
    #expect(error?.description == message)
  }
}
