/// What a page's JSON-LD says of its article.
struct StructuredData {
  private(set) var headline: String?
  private(set) var published: String?
  private(set) var publisher: String?
  private(set) var url: String?
  private(set) var language: String?
  private(set) var body: String?

  /// How many objects are looked at.
  private static let mostObjects = 3000

  /// Reads scripts; each may hold an object, a list or a graph, and may be broken.
  init(_ scripts: [[UInt8]]) {
    var articles: [[String: JSONValue]] = []
    var others: [[String: JSONValue]] = []
    for script in scripts {
      guard let value = Self.value(of: script) else {
        salvage(script)
        continue
      }
      for object in Self.objects(in: value) {
        if Self.isArticle(object) { articles.append(object) } else { others.append(object) }
      }
    }
    // The first article is the page's own; lists of related ones come behind it.
    articles.forEach { take($0) }
    for page in others where Self.types(of: page).contains(where: { $0.hasSuffix("Page") }) {
      published = published ?? page["datePublished"]?.string
      language = language ?? page["inLanguage"]?.string
      publisher = publisher ?? Self.name(page["publisher"])
    }
    publisher = publisher ?? others.first { Self.types(of: $0).contains("WebSite") }.flatMap { Self.name($0["name"]) }
  }

  private mutating func take(_ article: [String: JSONValue]) {
    headline = headline ?? Self.text(article["headline"]) ?? Self.text(article["name"])
    published = published ?? Self.text(article["datePublished"]) ?? Self.text(article["dateCreated"])
    publisher = publisher ?? Self.name(article["publisher"]) ?? Self.name(article["sourceOrganization"])
    language = language ?? Self.text(article["inLanguage"])
    body = body ?? Self.text(article["articleBody"])
    let page = article["mainEntityOfPage"]
    url = url ?? Self.text(page) ?? Self.text(page?.object?["@id"]) ?? Self.text(article["url"])
  }

  // MARK: Objects

  /// All objects of a value, the outer ones first.
  private static func objects(in value: JSONValue) -> [[String: JSONValue]] {
    var found: [[String: JSONValue]] = []
    var open = [value]
    var next = 0
    while next < open.count, found.count < mostObjects {
      let value = open[next]
      next += 1
      if let list = value.list {
        open += list.prefix(mostObjects)
      } else if let object = value.object {
        found.append(object)
        // What an article is part of or mentions is another one.
        for key in ["@graph", "mainEntity", "itemListElement", "item", "hasPart"] {
          if let inner = object[key], !isArticle(object) { open.append(inner) }
        }
      }
    }
    return found
  }

  private static func types(of object: [String: JSONValue]) -> [String] {
    let type = object["@type"]
    return type?.string.map { [$0] } ?? type?.list?.compactMap(\.string) ?? []
  }

  private static func isArticle(_ object: [String: JSONValue]) -> Bool {
    types(of: object).contains { type in
      type.hasSuffix("Article") || type.hasSuffix("Posting") || type == "Report" || type == "PressRelease"
    }
  }

  private static func text(_ value: JSONValue?) -> String? {
    guard let text = value?.string ?? value?.list?.first?.string else { return nil }
    return text.utf8.allSatisfy(Bytes.isSpace) ? nil : text
  }

  private static func name(_ value: JSONValue?) -> String? {
    if let list = value?.list { return list.lazy.compactMap { name($0) }.first }
    return text(value) ?? text(value?.object?["name"])
  }

  // MARK: Broken JSON

  private static func value(of script: [UInt8]) -> JSONValue? {
    guard let start = script.firstIndex(where: { $0 == UInt8(ascii: "{") || $0 == UInt8(ascii: "[") }),
      let end = script.lastIndex(where: { $0 == UInt8(ascii: "}") || $0 == UInt8(ascii: "]") }), start < end
    else { return nil }
    // Comments and CDATA signs stand around it; raw line breaks stand in texts.
    return try? JSONParser.parse(script[start...end].map { $0 < 32 ? Bytes.space : $0 })
  }

  /// Takes what can be had of JSON that does not parse: the first texts under the names of fields.
  private mutating func salvage(_ script: [UInt8]) {
    func text(_ key: String) -> String? {
      guard let place = Bytes.find(Array("\"\(key)\"".utf8), in: script) else { return nil }
      var rest = script[(place + key.utf8.count + 2)...].prefix(600).drop(while: Bytes.isSpace)
      guard rest.popFirst() == UInt8(ascii: ":") else { return nil }
      rest = rest.drop(while: Bytes.isSpace)
      guard rest.popFirst() == UInt8(ascii: "\""), let end = rest.firstIndex(of: UInt8(ascii: "\"")),
        !rest[..<end].contains(UInt8(ascii: "\\"))
      else { return nil }
      return Bytes.text(rest[..<end])
    }
    headline = headline ?? text("headline")
    published = published ?? text("datePublished")
    language = language ?? text("inLanguage")
  }
}
