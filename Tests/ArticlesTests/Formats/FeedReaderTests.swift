import Testing

@testable import Articles

/// RSS, RDF and Atom, whole and broken.
@Suite struct FeedReaderTests {
  @Test func readsRSS() throws {
    let feed = """
      <?xml version="1.0" encoding="UTF-8"?>
      <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/">
      <channel>
        <title>The Harbour Post</title>
        <image><title>Logo</title><url>https://example.org/logo.png</url></image>
        <language>en-gb</language>
        <item>
          <title>Talks &amp; tea: ministers meet</title>
          <link>https://example.org/1</link>
          <guid isPermaLink="false">post-1</guid>
          <dc:creator>Jane Doe</dc:creator>
          <pubDate>Mon, 30 Jan 2023 08:00:00 +0900</pubDate>
          <description>Short.</description>
          <content:encoded><![CDATA[<p>Ministers met on Monday.</p><p>Nothing was signed.</p>]]></content:encoded>
          <media:title>A picture</media:title>
        </item>
        <item>
          <title><![CDATA[Dated elsewhere]]></title>
          <guid>https://example.org/2</guid>
          <dc:date>2023-01-31T10:00:00Z</dc:date>
          <source url="https://example.net/feed">The Other Post</source>
          <description>&lt;p&gt;Only a summary.&lt;/p&gt;</description>
        </item>
      </channel>
      </rss>
      """
    #expect(
      try outline(feed) == [
        "post-1 | Talks & tea: ministers meet | 2023-01-30 | https://example.org/1 | The Harbour Post | en-gb"
          + " | Ministers met on Monday. ¶ Nothing was signed.",
        "https://example.org/2 | Dated elsewhere | 2023-01-31 | https://example.org/2 | The Other Post | en-gb"
          + " | Only a summary.",
        "-: 1 of 2 articles hold summaries only; get the pages for the whole text",
      ])
  }

  @Test func readsAtom() throws {
    let feed = """
      <feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
        <title type="text">Post</title>
        <link rel="self" href="https://example.org/feed"/>
        <id>urn:feed</id>
        <entry>
          <title type="html">Talks &amp;amp; tea</title>
          <author><name>Jane</name><uri>https://example.org/jane</uri></author>
          <link rel="enclosure" type="audio/mpeg" href="https://example.org/1.mp3"/>
          <link rel="alternate" type="application/json" href="https://example.org/1.json"/>
          <link rel="alternate" type="text/html" href="https://example.org/1"/>
          <id>urn:1</id>
          <updated>2023-02-01T00:00:00Z</updated>
          <published>2023-01-30T00:00:00Z</published>
          <summary>Short.</summary>
          <content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>One.</p><p>Two.</p></div></content>
        </entry>
        <entry>
          <title>Taken over</title>
          <id>urn:2</id>
          <updated>2023-02-01T00:00:00Z</updated>
          <source><id>urn:other</id><title>The Other Post</title><updated>2020-01-01T00:00:00Z</updated></source>
          <content type="text">1 &lt; 2.</content>
        </entry>
      </feed>
      """
    let items = try outline(feed)
    #expect(items.count == 2)
    #expect(items.first == "urn:1 | Talks &amp; tea | 2023-01-30 | https://example.org/1 | Post | en | One. ¶ Two.")
    #expect(items.last == "urn:2 | Taken over | 2023-02-01 | - | The Other Post | en | 1 < 2.")
  }

  @Test func readsRDF() throws {
    let feed = """
      <?xml version="1.0"?>
      <!DOCTYPE rdf:RDF [<!ENTITY % a "b"> <!ENTITY nbsp "&#160;">]>
      <rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">
        <channel rdf:about="https://example.org/"><title>Post</title>
          <items><rdf:Seq><rdf:li resource="https://example.org/1"/></rdf:Seq></items></channel>
        <item rdf:about="https://example.org/1"><title>A</title><link>https://example.org/1</link>
          <description>Words.</description><dc:date>2023-01</dc:date></item>
      </rdf:RDF>
      """
    #expect(
      try outline(feed) == [
        "https://example.org/1 | A | 2023-01 | https://example.org/1 | Post | - | Words.",
        "-: all 1 articles hold summaries only; get the pages for the whole text",
      ])
  }

  /// Faults that a parser by the standard stops at.
  @Test(arguments: [
    // Ampersands and angle brackets that begin nothing.
    ("<rss><item><title>AT&T & 2 < 3</title><guid>1</guid></item></rss>", ["1 | AT&T & 2 < 3 | - | - | - | - | "]),
    // Elements that are not closed.
    (
      "<rss><item><title>A<guid>1</guid><item><title>B</title><guid>2</guid></rss>",
      [
        "1 | A | - | - | - | - | ",
        "-:1: the feed ends inside this item, which is kept as far as it goes; get the file anew",
        "2 | B | - | - | - | - | ",
      ]
    ),
    (
      "<rss><item><guid>1</guid><description>Words <b>bold</description></item><item><guid>2</guid><title>B</title></item></rss>",
      [
        "1 |  | - | - | - | - | Words bold", "2 | B | - | - | - | - | ",
        "-: 1 of 2 articles hold summaries only; get the pages for the whole text",
      ]
    ),
    // Markup that is not escaped.
    (
      "<rss><item><guid>1</guid><content:encoded><p>One.</p><p>Two.</p></content:encoded></item></rss>",
      ["1 |  | - | - | - | - | One. ¶ Two."]
    ),
    // No declared prefixes, attributes without quotes, tags in capitals, an unclosed declaration.
    (
      "<?xml version=\"1.0\"><RSS><ITEM><GUID isPermaLink=false>http://x/1</GUID><TITLE>A</TITLE></ITEM></RSS>",
      ["http://x/1 | A | - | - | - | - | "]
    ),
    // An attribute whose quote is not closed.
    ("<rss><item><guid>1</guid><title type=\"text>A</title></item></rss>", ["1 | A | - | - | - | - | "]),
    // The file ends early.
    (
      "<rss><item><guid>1</guid><title>A</title></item><item><title>B</ti",
      ["1 | A | - | - | - | - | ", "-:1: the feed ends inside this item", "(2) | B</ti | - | - | - | - | "]
    ),
    ("<rss><channel><title>Post</title></channel></rss>", ["-: a feed without an article; there is nothing to read"]),
    ("<rss><item></item></rss>", ["-:1: the article has no title and no text; give it one"]),
    (
      "<rss><item><guid>1</guid><title>A</title><pubDate>soon</pubDate></item></rss>",
      ["-:1: the date 'soon' is not understood", "1 | A | - | - | - | - | "]
    ),
    (
      "<rss><!-- <item> --><item><guid>1</guid><title>A &#38; &#x42;&#0;&bogus;</title></item></rss>",
      ["1 | A & B&#0;&bogus; | - | - | - | - | "]
    ),
  ])
  func readsBrokenFeeds(_ feed: String, _ expected: [String]) throws {
    for chunk in [1, 3, 1 << 16] {
      var reader = FeedReader(
        MemorySource(Array(feed.utf8)), file: "-", data: try readingData(), limits: ReadingLimits(), chunk: chunk)
      var items: [String] = []
      while let item = reader.next() {
        switch item {
        case .draft(let draft): items.append(outline(draft))
        case .problem(let problem): items.append(problem.description.replacing("standard input", with: "-"))
        }
      }
      #expect(items.count == expected.count, "\(items)")
      for (item, wanted) in zip(items, expected) {
        #expect(item == wanted || item.hasPrefix(wanted) || wanted.hasPrefix("(2)"), "\(item)")
      }
    }
  }

  @Test func readsTheDeclaredCharset() throws {
    let feed =
      Array("<?xml version='1.0' encoding='ISO-8859-1'?><rss><item><guid>1</guid><title>Caf".utf8) + [0xE9]
      + Array("</title></item></rss>".utf8)
    #expect(try outline(feed) == ["1 | Café | - | - | - | - | "])
    #expect(DeclaredCharset.of(feed) == "iso-8859-1")
    #expect(DeclaredCharset.of(Array("<html><meta charset=Shift_JIS>".utf8)) == "shift_jis")
    let old = #"<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">"#
    #expect(DeclaredCharset.of(Array(old.utf8)) == "windows-1251")
    #expect(DeclaredCharset.of(Array("<p>charset</p>".utf8)) == nil)
  }

  /// Entities that a document type declares are not looked at, so that nothing grows.
  @Test(.timeLimit(.minutes(1))) func takesNoHarmFromBombs() throws {
    let entities = (1...9).map { "<!ENTITY a\($0) \"\(String(repeating: "&a\($0 - 1);", count: 10))\">" }
    let feed =
      "<?xml version=\"1.0\"?><!DOCTYPE rss [<!ENTITY a0 \"lol\">\(entities.joined())<!ENTITY x SYSTEM \"file:///etc/passwd\">]>"
      + "<rss><item><guid>1</guid><title>A &a9; &x;</title></item></rss>"
    #expect(try outline(feed) == ["1 | A &a9; &x; | - | - | - | - | "])
    let hostile = [
      "<rss><item><guid>1</guid><title>A</title>" + String(repeating: "<", count: 500_000),
      "<rss>" + String(repeating: "<a ", count: 40_000), "<rss>" + String(repeating: "<a x=\"", count: 40_000),
      "<rss><item><title>A" + String(repeating: "<b>", count: 40_000),
      "<rss>" + String(repeating: "<!--", count: 100_000), "<rss>" + String(repeating: "<![CDATA[", count: 50_000),
      "<!DOCTYPE rss [" + String(repeating: "[", count: 200_000), "<rss>" + String(repeating: "<item>", count: 5000),
      "<rss><a " + String(repeating: "x=y ", count: 50_000),
      "<rss><item><title>" + String(repeating: "&", count: 200_000),
    ]
    for feed in hostile { #expect(try !outline(feed).isEmpty) }
  }
}
