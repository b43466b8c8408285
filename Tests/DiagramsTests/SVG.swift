import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

/// What an XML parser finds in an SVG.
final class SVG: NSObject, XMLParserDelegate {
  private(set) var root: [String: String] = [:]
  private(set) var elements: Set<String> = []
  private(set) var attributes: Set<String> = []
  private(set) var texts: [String] = []
  private(set) var titles: [String] = []
  private(set) var descriptions: [String] = []
  private(set) var ids: [String] = []
  private(set) var classes: Set<String> = []
  private(set) var links: Set<String> = []
  private(set) var tooltips: Set<String> = []
  private var text = ""

  init(_ bytes: [UInt8]) throws {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.delegate = self
    let isWellFormed = parser.parse()
    try #require(isWellFormed, "\(String(describing: parser.parserError))")
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes found: [String: String]
  ) {
    if root.isEmpty { root = found }
    elements.insert(name)
    attributes.formUnion(found.keys)
    if let id = found["id"] { ids.append(id) }
    if let value = found["class"] { classes.insert(value) }
    if let value = found["xlink:href"] ?? found["href"] { links.insert(value) }
    if let value = found["xlink:title"] { tooltips.insert(value) }
    text = ""
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { text += string }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    switch name {
    case "text": texts.append(text)
    case "title": titles.append(text)
    case "desc": descriptions.append(text)
    default: break
    }
    text = ""
  }
}
