import Testing
import Vocabulary

@testable import Articles

/// What pages tell of themselves: charset, title, date, address, language, and broken JSON-LD.
@Suite struct PageFieldTests {
  static let text = """
    <p>The envoy of Peru left the capital on Monday, officials said in a statement to the press.</p>
    <p>His government had called him back after a quarrel over the fishing grounds in the south.</p>
    """

  private func draft(_ head: String, _ body: String = "", url: String? = nil) throws -> Draft {
    let html = "<html><head>\(head)</head><body>\(body)\(Self.text)</body></html>"
    return try #require(HTMLPage(data: try readingData()).draft(of: Array(html.utf8), url: url))
  }

  @Test(
    arguments: [
      ("<meta charset=utf-8>", "utf-8"), ("<META CHARSET='GBK'>", "GBK"),
      ("<meta charset=\" Shift_JIS \">", "Shift_JIS"),
      ("<meta http-equiv=Content-Type content='text/html; charset=windows-1251'>", "windows-1251"),
      ("<!-- <meta charset=gbk> --><meta charset=koi8-r>", "koi8-r"), ("<meta name=charset content=gbk>", nil),
      ("<p>charset=gbk</p>", nil), (String(repeating: " ", count: 1020) + "<meta charset=gbk>", nil), ("", nil),
    ] as [(String, String?)]) func findsTheCharset(_ html: String, _ charset: String?)
  {
    #expect(HTMLPage.declaredCharset(in: Array(html.utf8)) == charset)
  }

  @Test(arguments: [
    ("<title>Peru recalls its envoy | The Post</title>", "", "Peru recalls its envoy"),
    ("<title>Peru recalls its envoy - World - The Post</title>", "", "Peru recalls its envoy"),
    (
      "<title>The Post - Peru recalls its envoy</title><meta property=og:site_name content='The Post'>", "",
      "Peru recalls its envoy"
    ),
    ("<title>War - and what it costs the people</title>", "", "War - and what it costs the people"),
    ("<title>x</title><meta property=og:title content='Peru &amp; Chile fall out'>", "", "Peru & Chile fall out"),
    (
      "<meta property=og:title content='Peru recalls its envoy'>", "<h1><a href=/>My travels</a></h1>",
      "Peru recalls its envoy"
    ),
    ("<title>The Post</title>", "<h1>Peru <br> recalls its envoy</h1>", "Peru recalls its envoy"),
    (
      "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"Peru recalls\\u00a0its envoy\"}</script>",
      "", "Peru recalls\u{A0}its envoy"
    ),
    ("", "", ""),
  ]) func findsTheTitle(_ head: String, _ body: String, _ title: String) throws {
    #expect(try draft(head, body).title == title)
  }

  @Test(
    arguments: [
      ("<meta property=article:published_time content='2023-02-03T23:59:00-05:00'>", "2023-02-03"),
      ("<meta name=pubdate content='20230203'>", "2023-02-03"),
      ("<meta name=date content='Fri, 03 Feb 2023 10:00:00 GMT'>", "2023-02-03"),
      ("<time datetime=2023-02-03>yesterday</time>", "2023-02-03"),
      ("<nav><time datetime=2020-01-01></time></nav><h1>Peru recalls</h1><time>3 February 2023</time>", "2023-02-03"),
      ("<span itemprop=datePublished title=2023-02-03T10:00>today</span>", "2023-02-03"),
      (
        "<script type=application/ld+json>{\"@type\":\"Article\",\"datePublished\":\"2023-02-03\",}</script>",
        "2023-02-03"
      ),
      (
        "<script type=application/ld+json>[{\"@graph\":[{\"@type\":[\"Thing\",\"NewsArticle\"],\"datePublished\":"
          + "\"2023-02-03\"}]}]</script>", "2023-02-03"
      ),
      (
        "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"headline\":\"a \"b\" c\",\"datePublished\":"
          + "\"2023-02-03\"}</script>", "2023-02-03"
      ),
      (
        "<script type=application/ld+json>//<![CDATA[\n{\"@type\":\"NewsArticle\",\"description\":\"two\nlines\","
          + "\"datePublished\":\"2023-02-03\"}\n//]]></script>", "2023-02-03"
      ),
      ("<meta name=date content='soon'>", nil), ("<meta name=date content='03/02/2023'>", nil),
    ] as [(String, String?)]) func findsTheDate(_ head: String, _ date: String?) throws
  {
    #expect(try draft(head).date?.description == date)
  }

  @Test(
    arguments: [
      ("<link rel=canonical href=https://a.example/x>", nil, "https://a.example/x"),
      ("<link rel=canonical href=/x>", "https://a.example/y?z", "https://a.example/x"),
      ("<link rel=canonical href=/x>", nil, nil), ("<link rel=canonical href='javascript:alert(1)'>", nil, nil),
      (
        "<link rel=canonical href='file:///etc/x'><meta property=og:url content=http://a.example/b>", nil,
        "http://a.example/b"
      ),
      ("<link rel=canonical href='data:text/html,x'>", "https://a.example/y", "https://a.example/y"),
    ] as [(String, String?, String?)]) func findsTheAddress(_ head: String, _ url: String?, _ expected: String?) throws
  {
    #expect(try draft(head, url: url).url == expected)
  }

  @Test func findsTheLanguage() throws {
    let page = HTMLPage(data: try readingData())
    #expect(page.draft(of: Array("<html lang=es-AR>\(Self.text)".utf8))?.language == "es-AR")
    #expect(try draft("<meta http-equiv=content-language content=fr>").language == "fr")
    #expect(try draft("<meta property=og:locale content=en_US>").language == "en-US")
    #expect(try draft("<meta http-equiv=content-language content='fr, en, and others'>").language == nil)
  }

  @Test func textOfJSONIsTakenWhereThePageHasNone() throws {
    let page = HTMLPage(data: try readingData())
    let script =
      "<script type=application/ld+json>{\"@type\":\"NewsArticle\",\"articleBody\":\"One.\\n\\nTwo &amp; three.\"}"
    #expect(
      page.draft(of: Array("\(script)</script><p>Loading".utf8)).map { Bytes.text($0.body) } == "One.\n\nTwo & three.")
    #expect(
      page.draft(of: Array("\(script)</script>\(Self.text)".utf8)).map { Bytes.text($0.body) }?.hasPrefix("The envoy")
        == true)
  }

  @Test func fragmentsAreAllArticle() throws {
    let page = HTMLPage(data: try readingData())
    let html = """
      Short &amp; sweet.<br><br>Second line<script>x()</script><aside>An aside.</aside><ul><li>one<li>two</ul>
      <figure><img src=x><figcaption>A port</figcaption></figure><p hidden>not shown</p><a href=x>Read more</a>
      """
    let draft = try #require(page.draft(of: Array(html.utf8), url: "https://a.example/x", isFragment: true))
    #expect(
      Bytes.text(draft.body)
        == "Short & sweet.\n\nSecond line\n\nAn aside.\n\none\n\ntwo\n\nA port\n\nRead more")
    #expect(draft.title.isEmpty && draft.url == "https://a.example/x")
    #expect(draft.marks.values.sorted { $0.rawValue < $1.rawValue } == [.caption, .paragraph, .paragraph])
  }

  @Test func tablesOfDataKeepTheirRows() throws {
    let html =
      "<h1>Who paid what for the bridge</h1>\(Self.text)<table><tr><th>State<th>Sum<tr><td>Peru<td>3<tr><td>Chile<td>4"
      + "</table><p>The bridge was opened in the spring of the year, two months after the last payment.</p>"
    let draft = try #require(HTMLPage(data: try readingData()).draft(of: Array(html.utf8)))
    #expect(Bytes.text(draft.body).contains("\n\nState | Sum\n\nPeru | 3\n\nChile | 4\n\nThe bridge"))
  }
}
