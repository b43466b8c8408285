import Foundation
import Vocabulary

/// What a page tells of itself beside its text.
struct PageMetadata {
  let structured: StructuredData
  /// The headlines of meta elements and microdata, the most reliable first.
  let titles: [String]
  let publisher: String?
  private let tree: PageTree
  private let metas: [String: String]
  private let data: ReadingData

  init(_ tree: PageTree, scripts: [[UInt8]], data: ReadingData) {
    self.tree = tree
    self.data = data
    structured = StructuredData(scripts)
    var metas: [String: String] = [:]
    for meta in tree.elements(.meta) {
      guard let content = tree.value(.content, of: meta), !content.isEmpty else { continue }
      for attribute in [HTMLAttribute.property, .name, .itemprop, .equivalent] {
        guard let name = tree.value(attribute, of: meta)?.lowercased() else { continue }
        for name in name.split(separator: " ") where metas[String(name)] == nil { metas[String(name)] = content }
      }
    }
    self.metas = metas
    func first(_ field: ReadingData.PageField) -> [String] {
      data.pages.metaNames[field]?.compactMap { metas[$0] } ?? []
    }
    titles = first(.title)
    publisher = Self.plain(first(.publisher).first ?? structured.publisher)
  }

  /// The day of publication: of JSON-LD, of meta elements, of microdata, of the first time near the headline.
  func date() -> CalendarDate? {
    let reader = DateReader(data: data)
    let stated =
      [structured.published].compactMap { $0 } + (data.pages.metaNames[.date]?.compactMap { metas[$0] } ?? [])
    for text in stated {
      if let date = day(text, reader) { return date }
    }
    return itemDate(reader) ?? timeDate(reader)
  }

  private func day(_ text: String, _ reader: DateReader) -> CalendarDate? {
    if let date = reader.date(text), date.day != nil { return date }
    // "20230405T1822"
    guard text.utf8.prefix(8).allSatisfy(Bytes.isDigit), let date = reader.date(String(text.prefix(8))) else {
      return nil
    }
    return date.day == nil ? nil : date
  }

  private func itemDate(_ reader: DateReader) -> CalendarDate? {
    let names = data.pages.itemNames[.date] ?? []
    for (index, node) in tree.nodes.enumerated() where node.tag != nil {
      guard let item = tree.attributes(of: index)[.itemprop]?.lowercased() else { continue }
      guard item.split(separator: " ").contains(where: { names.contains(String($0)) }) else { continue }
      let values = [
        tree.value(.content, of: index), tree.value(.datetime, of: index), tree.value(.title, of: index),
        tree.text(of: index, limit: 100),
      ]
      if let date = values.lazy.compactMap({ $0 }).compactMap({ day($0, reader) }).first { return date }
    }
    return nil
  }

  /// The first `time` behind the first heading, or the first of all.
  private func timeDate(_ reader: DateReader) -> CalendarDate? {
    let times = tree.elements(.time).prefix(50).filter { time in
      !tree.ancestors(of: time).contains { tree.nodes[$0].tag == .nav || tree.nodes[$0].tag == .aside }
    }
    let heading = tree.elements(.h1).first ?? 0
    let published = times.first { tree.attributes(of: $0)[.pubdate] != nil }
    let ordered =
      [published].compactMap { $0 } + times.filter { time in time > heading } + times.filter { $0 < heading }
    return ordered.lazy.compactMap { day(tree.value(.datetime, of: $0) ?? tree.text(of: $0, limit: 100), reader) }.first
  }

  /// The canonical address; only of the web.
  func url(foundAt base: String?) -> String? {
    let links = tree.elements(.link).filter { tree.value(.rel, of: $0)?.lowercased() == "canonical" }
    let stated =
      links.compactMap { tree.value(.href, of: $0) } + (data.pages.metaNames[.url]?.compactMap { metas[$0] } ?? [])
    let all = stated + [structured.url, base].compactMap { $0 }
    return all.lazy.compactMap { Self.address($0, base: base) }.first
  }

  private static func address(_ text: String, base: String?) -> String? {
    guard text.utf8.count <= 2000, !text.utf8.contains(where: { $0 <= 32 }) else { return nil }
    let lower = text.lowercased()
    if lower.hasPrefix("http://") || lower.hasPrefix("https://") {
      return URL(string: text)?.host?.isEmpty == false ? text : nil
    }
    guard let base, base.lowercased().hasPrefix("http"), !lower.contains(":") || lower.hasPrefix("/"), !text.isEmpty,
      let whole = URL(string: text, relativeTo: URL(string: base))?.absoluteString, whole.lowercased().hasPrefix("http")
    else { return nil }
    return whole
  }

  /// The language that the page names.
  func language() -> String? {
    let html = tree.elements(.html).first.flatMap { tree.value(.lang, of: $0) }
    let named = data.pages.metaNames[.language]?.compactMap { metas[$0] } ?? []
    let all = [html, structured.language].compactMap { $0 } + named
    return all.lazy.map { $0.replacingOccurrences(of: "_", with: "-") }.first { text in
      (2...12).contains(text.utf8.count)
        && text.utf8.allSatisfy { Bytes.isUpper($0) || Bytes.isLower($0) || Bytes.isDigit($0) || $0 == 45 }
    }
  }

  /// A short text in one line; nil where nothing of it is left.
  static func plain(_ text: String?) -> String? {
    guard let text else { return nil }
    var bytes: [UInt8] = []
    PageTree.append(text.utf8, to: &bytes)
    let plain = Bytes.text(Bytes.trim(bytes[...]))
    return plain.isEmpty || plain.utf8.count > 200 ? nil : plain
  }
}
