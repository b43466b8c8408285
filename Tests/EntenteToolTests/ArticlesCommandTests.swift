import Foundation
import Testing

/// `entente articles` as a user runs it.
@Suite(.serialized)
struct ArticlesCommandTests {
  private static let story = """
    The foreign ministers of Russia and Turkey met in Istanbul on Monday and agreed to reopen three grain terminals that \
    were closed last winter after a quarrel about fishing rights. Ships of both states may call at each terminal from the \
    first of March, and a joint office will settle disputes about customs within ten days.
    """

  private func withGraph(_ work: (URL) throws -> Void) throws {
    try Binary.withFolder { folder in
      let articles = """
        {"id":"r1","title":"Russia condemns Canada","date":"2023-01-30","body":"\(Self.story)","publisher":"Herald"}
        {"id":"r2","title":"Canada condemned by Russia","date":"2023-01-31","body":"MOSCOW - \(Self.story)","publisher":"Mail"}
        {"id":"n1","title":"Norway thanks Sweden for grain","date":"2023-02-01"}

        """
      let outcome = try Binary.run(["ingest", "-"], input: articles, in: folder)
      #expect(outcome.code == 0, "\(outcome.errors)")
      try work(folder)
    }
  }

  @Test func listTellsVersionsOfOneStory() throws {
    try withGraph { folder in
      let list = try Binary.run(["articles", "list"], in: folder)
      let lines = list.output.split(separator: "\n")
      #expect(list.code == 0 && lines.count == 4 && lines[0].hasPrefix("id  date"), "\(list.output)\(list.errors)")
      #expect(lines[1].hasPrefix("n1") && lines[2].hasPrefix("r2") && lines[2].hasSuffix("2  r1"), "\(list.output)")
      let stories = try Binary.run(["articles", "list", "--chains", "--format", "csv"], in: folder)
      #expect(stories.output.split(whereSeparator: \.isNewline).map { $0.prefix(2) } == ["id", "n1", "r1"])
      let found = try Binary.run(
        ["articles", "list", "--text", "grain", "--until", "2023-01-30", "--format", "jsonl"], in: folder)
      #expect(
        found.output.hasPrefix(
          #"{"id":"r1","date":"2023-01-30","publisher":"Herald","title":"Russia condemns Canada","#))
      #expect(found.output.contains("three [grain] terminals") && found.output.split(separator: "\n").count == 1)
      let title = try Binary.run(["articles", "list", "--text", "norway", "--publisher", "nobody"], in: folder)
      #expect(title.output.isEmpty && title.lines == ["No articles match."])
      let one = try Binary.run(["articles", "list", "--limit", "1"], in: folder)
      #expect(one.lines == ["1 of 3 articles; --limit shows more."])
    }
  }

  @Test func relationsCountAStoryOnce() throws {
    try withGraph { folder in
      let events = try Binary.run(["relations", "--from", "Russia", "--to", "Canada", "--format", "jsonl"], in: folder)
      #expect(events.output.contains(#""articles":1}"#), "\(events.output)")
    }
  }

  @Test func showHasSentencesTriplesAndChain() throws {
    try withGraph { folder in
      let show = try Binary.run(["articles", "show", "r2"], in: folder)
      #expect(
        show.output.hasPrefix("r2  Canada condemned by Russia\n  2023-01-31, Mail\n  one of 2 versions"),
        "\(show.output)")
      #expect(show.output.contains("\n     2023-01-31  RUS → CAN  ACCUSE condemn (actual)\n"), "\(show.output)")
      let json = try Binary.run(["articles", "show", "r2", "--format", "jsonl"], in: folder)
      let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
      #expect(object["chain"] as? [String] == ["r1", "r2"])
      #expect((object["sentences"] as? [Any])?.count == 4 || (object["sentences"] as? [Any])?.count == 3)
      #expect(((object["triples"] as? [[String: Any]])?.first?["article"] as? String) == "r2")
    }
  }

  @Test func removeTakesAllOrNothing() throws {
    try withGraph { folder in
      let wrong = try Binary.run(["articles", "remove", "r1", "r9"], in: folder)
      #expect(wrong.code == 1 && wrong.output.isEmpty)
      #expect(
        wrong.lines == ["entente: entente.sqlite: has no article 'r9'; 'entente articles list' shows which it has"])
      let right = try Binary.run(["articles", "remove", "r1", "n1"], in: folder)
      #expect(right.code == 0 && right.errors.hasPrefix("2 articles and "), "\(right.errors)")
      let left = try Binary.run(["articles", "list", "--format", "csv"], in: folder)
      #expect(left.output.split(whereSeparator: \.isNewline).map { $0.prefix(2) } == ["id", "r2"])
      #expect(left.output.contains(",r2,1,"), "\(left.output)")
      #expect(try Binary.run(["articles", "show", "r1"], in: folder).code == 1)
    }
  }

  @Test(arguments: [["list", "--since", "soon"], ["list", "--text", "?"], ["remove"], ["show"]])
  func wrongUsage(arguments: [String]) throws {
    #expect(try Binary.run(["articles"] + arguments).code == 64)
  }
}
