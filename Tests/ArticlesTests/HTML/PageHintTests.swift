import Foundation
import Testing

@testable import Articles

/// What names of classes say, and the tables behind them.
@Suite struct PageHintTests {
  @Test(
    arguments: [
      ("article-body__p", [.text]), ("ArticleBody_body__3fKa", [.text]), ("article-share", [.furniture]),
      ("article-body-share", [.furniture]), ("article-body no-share", [.text]), ("story-body share", [.text]),
      ("has-sidebar", []), ("newsletter-open", []), ("comments-area", [.comments]), ("wp-caption-text", [.caption]),
      ("imageCaption", [.caption]), ("visually-hidden", [.hidden]), ("ad", [.furniture]), ("ad-free", []),
      ("header", []), ("cookie-prompt", [.barrier]), ("", []),
    ] as [(String, [PageHints.Role])]) func tellsRoles(_ names: String, _ roles: [PageHints.Role]) throws
  {
    let expected = PageHints.Roles(roles.map { PageHints.Roles($0) })
    #expect(try readingData().pages.hints.roles(of: names) == expected)
  }

  @Test(arguments: [
    ("page-hints", "words\tmatch\trole\nshare\tany\tnonsense\n", "'nonsense' is none of text,"),
    ("page-hints", "words\tmatch\trole\nshare\tnear\tfurniture\n", "'near' is none of any, whole, end"),
    ("page-negations", "word\twhere\nno\taround\n", "'around' is none of before, behind"),
    ("page-fields", "name\tkind\tfield\nx\tmeta\tweather\n", "'weather' is none of title,"),
    ("page-fields", "name\tkind\tfield\nx\tlink\turl\n", "'link' is none of meta, item"),
  ]) func faultsInTablesAreNamed(_ table: String, _ content: String, _ reason: String) throws {
    let scratch = try Scratch()
    let tables = projectFolder.appendingPathComponent("data/reading")
    for name in try FileManager.default.contentsOfDirectory(atPath: tables.path) {
      try scratch.write("reading/\(name)", try Data(contentsOf: tables.appendingPathComponent(name)))
    }
    try scratch.write("reading/\(table).tsv", content)
    let error = try #require(throws: ArticlesError.self) { try ReadingData.load(from: scratch.path) }
    #expect(error.description.contains("\(table).tsv:2: \(reason)"))
  }
}
