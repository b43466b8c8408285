public import Vocabulary

extension ArticleDetails {
  /// The article for people at a terminal: what is known of it, then its sentences with their triples below.
  public var text: String {
    var lines = ["\(article.id)  \(article.title)".trimmed]
    let facts = [article.date?.description, article.publisher, article.language, article.url].compactMap { $0 }
    if !facts.isEmpty { lines.append("  " + facts.joined(separator: ", ")) }
    let others = chain.filter { $0 != article.id }
    if !others.isEmpty {
      let role = chain.first == article.id ? "first of" : "one of"
      lines.append("  \(role) \(chain.count) versions of one story: also \(others.joined(separator: ", "))")
    }
    let bySentence = Dictionary(grouping: triples, by: \.sentence)
    lines.append("")
    for sentence in sentences {
      lines.append("\(sentence.number)  \(sentence.text)")
      for triple in bySentence[sentence.number] ?? [] { lines.append("     " + triple.shortText) }
    }
    return lines.map { TerminalText.clean($0) + "\n" }.joined()
  }

  /// Appends the article as one line of JSON, newline included; triples have the keys of the triple contract.
  public func appendJSON(to bytes: inout [UInt8]) {
    bytes.add("{\"id\":")
    bytes.addJSON(article.id)
    bytes.add(",\"date\":")
    bytes.addJSON(article.date?.description)
    bytes.add(",\"publisher\":")
    bytes.addJSON(article.publisher)
    bytes.add(",\"language\":")
    bytes.addJSON(article.language)
    bytes.add(",\"url\":")
    bytes.addJSON(article.url)
    bytes.add(",\"title\":")
    bytes.addJSON(article.title)
    bytes.add(",\"body\":")
    bytes.addJSON(article.body)
    bytes.add(",\"chain\":")
    bytes.addList(chain) { $0.addJSON($1) }
    bytes.add(",\"sentences\":")
    bytes.addList(sentences) { bytes, sentence in
      bytes.add("{\"number\":")
      bytes.add(sentence.number)
      bytes.add(",\"text\":")
      bytes.addJSON(sentence.text)
      bytes.add(",\"span\":")
      bytes.addJSON(sentence.range)
      bytes.add("}")
    }
    bytes.add(",\"triples\":")
    bytes.addList(triples) { bytes, triple in
      TripleJSON.append(triple, to: &bytes)
      // The line's end belongs to lines of triples.
      if bytes.last == UInt8(ascii: "\n") { bytes.removeLast() }
    }
    bytes.add("}\n")
  }
}

extension Triple {
  /// Who does what to whom, in one line without the sentence.
  fileprivate var shortText: String {
    var bytes: [UInt8] = []
    TripleText.append(self, to: &bytes)
    return String(decoding: bytes.prefix { $0 != UInt8(ascii: "\n") }, as: UTF8.self)
  }
}

extension String {
  fileprivate var trimmed: String {
    var text = self[...]
    while text.last == " " { text = text.dropLast() }
    return String(text)
  }
}

extension [UInt8] {
  /// Appends an array of JSON values.
  fileprivate mutating func addList<Value>(_ values: [Value], _ add: (inout [UInt8], Value) -> Void) {
    append(UInt8(ascii: "["))
    for (place, value) in values.enumerated() {
      if place > 0 { append(UInt8(ascii: ",")) }
      add(&self, value)
    }
    append(UInt8(ascii: "]"))
  }
}
