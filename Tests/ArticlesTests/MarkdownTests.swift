import Testing
import Vocabulary

@testable import Articles

@Suite struct MarkdownTests {
  @Test(arguments: [
    ("**Russia** and _Ukraine_ *sign*", "Russia and Ukraine sign"),
    ("See [the accord](https://example.org/a_b) today", "See the accord today"),
    ("![A bridge](b.png) stands", "A bridge stands"), ("A [note][1] here [sic]", "A note here [sic]"),
    ("snake_case stays, 5*3 too", "snake_case stays, 5*3 too"), ("`code` and ~~old~~ <b>new</b>", "code and old new"),
    (#"\*not\* emphasis"#, "*not* emphasis"), ("<!-- gone -->kept", "kept"), ("[[[", "[[["), ("a < b", "a < b"),
    ("](](", "](]("),
  ])
  func takesOutMarkup(line: String, expected: String) {
    var inComment = false
    #expect(Bytes.text(MarkdownInline.plain(Array(line.utf8)[...], inComment: &inComment)) == expected)
  }

  @Test func readsAnArticle() throws {
    let scratch = try Scratch()
    try scratch.write(
      "a.md",
      """
      ---
      title: "Chad and Niger"
      date: 2023-05-04
      url: https://example.org/1
      ---
      # Chad and Niger agree

      The *first* paragraph
      goes **on** here.

      ![The presidents shake hands in Niamey](hands.jpg)

      ## What comes next

      - one point
      - another point

      ```
      code
      ```
      > Quoted words.

      [1]: https://example.org
      Setext heading
      --------------
      The end.
      """)
    let read = try #require(try scratch.read("a.md").first?.article)
    #expect(
      outline(read) == [
        "title: Chad and Niger", "heading: Chad and Niger agree", "paragraph: The first paragraph goes on here.",
        "caption: The presidents shake hands in Niamey", "heading: What comes next", "paragraph: one point",
        "paragraph: another point", "paragraph: Quoted words.", "heading: Setext heading", "paragraph: The end.",
      ])
    #expect(read.article.date == CalendarDate("2023-05-04") && read.article.url == "https://example.org/1")
  }

  @Test func takesTheFirstHeadingAsTitle() throws {
    let scratch = try Scratch()
    try scratch.write("a.md", "# Chad *agrees*\n\nText here.\n\n# More\n\nEnd.")
    let read = try #require(try scratch.read("a.md").first?.article)
    #expect(outline(read) == ["title: Chad agrees", "paragraph: Text here.", "heading: More", "paragraph: End."])
  }
}
