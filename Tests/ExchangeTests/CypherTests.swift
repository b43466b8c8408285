import Testing
import Vocabulary

@testable import Exchange

/// Answers of queries as JSON Lines, CSV and a table.
@Suite struct CypherTests {
  private static let korea = Actor(code: "KOR", name: "South Korea", kind: .state)
  private static let league = Actor(code: "League", name: "League \"of\" Islands", kind: .organization)
  private static let edge = CypherRelationship(
    id: 7, source: "League", target: "KOR", type: .request, realis: .actual, date: CalendarDate("2023-01"),
    relation: "urge", cameo: nil, intensity: -0.1, confidence: 0.5, reports: 2, articles: 1)
  private static let result = CypherResult(
    columns: ["a", "n", "list", "path"],
    rows: [
      [
        .node(korea), .double(0.1), .list([.integer(1), .null, .boolean(true)]),
        .path(CypherPath(nodes: [korea, league], relationships: [edge])),
      ],
      [.null, .double(2), .map([CypherEntry(key: "k", value: .string("=1+1, \"x\""))]), .relationship(edge)],
    ], isTruncated: false)

  @Test func jsonLines() {
    var bytes: [UInt8] = []
    CypherJSON.append(Self.result, to: &bytes)
    let edge =
      #"{"id":7,"source":"League","type":"REQUEST","target":"KOR","realis":"actual","date":"2023-01","relation":"urge","#
      + #""cameo":null,"quad":"verbal conflict","intensity":-0.1,"confidence":0.5,"reports":2,"articles":1}"#
    let korea = #"{"code":"KOR","name":"South Korea","kind":"state"}"#
    #expect(
      String(decoding: bytes, as: UTF8.self)
        == #"{"a":\#(korea),"n":0.1,"list":[1,null,true],"path":{"nodes":[\#(korea),"#
        + #"{"code":"League","name":"League \"of\" Islands","kind":"organization"}],"relationships":[\#(edge)]}}"#
        + "\n"
        + #"{"a":null,"n":2.0,"list":{"k":"=1+1, \"x\""},"path":\#(edge)}"# + "\n")
  }

  @Test func csv() {
    var bytes: [UInt8] = []
    let result = CypherResult(
      columns: ["a", "=b"], rows: [[.node(Self.korea), .string("=1+1")], [.list([.string("x")]), .null]],
      isTruncated: false)
    CypherText.appendCSV(result, to: &bytes)
    #expect(String(decoding: bytes, as: UTF8.self) == "a,'=b\r\nKOR,'=1+1\r\n\"[\"\"x\"\"]\",\r\n")
  }

  @Test func table() {
    #expect(
      CypherText.table(Self.result, maximumWidth: nil) == """
        a              n  list            path
        South Korea  0.1  [1, , true]     South Korea <-REQUEST- League "of" Islands
                       2  {k: =1+1, "x"}  League REQUEST KOR 2023-01

        """)
  }

  @Test(arguments: [
    ("12", CypherValue.integer(12)), ("1.5", .double(1.5)), ("true", .boolean(true)), ("null", .null),
    ("KOR", .string("KOR")),
    (#""12""#, .string("12")), ("[1,2]", .list([.integer(1), .integer(2)])), ("2023-01-30", .string("2023-01-30")),
    ("", .string("")),
    (#"{"b":1,"a":[]}"#, .map([.init(key: "a", value: .list([])), .init(key: "b", value: .integer(1))])),
    ("[1,", .string("[1,")), ("South Korea", .string("South Korea")),
  ])
  func parameters(text: String, value: CypherValue) {
    #expect(CypherParameter.value(of: text) == value)
  }
}
