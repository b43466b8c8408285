/// Makes Graphviz's SVG speak to screen readers: role, title and description of the whole, titles of the parts.
struct SVGFinish {
  var title: String
  var summary: String
  /// What to say of a part, by the id of its element.
  var descriptions: [String: String]

  /// The finished SVG; complexity O(n).
  func finish(_ bytes: [UInt8]) -> [UInt8] {
    let lines = String(decoding: bytes, as: UTF8.self).split(separator: "\n", omittingEmptySubsequences: false)
    var result: [String] = []
    result.reserveCapacity(lines.count + 4)
    var pending: String?
    var hasRoot = false
    for line in lines {
      // Comments repeat names and say nothing that titles do not.
      if line.hasPrefix("<!-- "), line.hasSuffix(" -->") { continue }
      if !hasRoot, line.hasPrefix("<svg ") {
        result.append("<svg role=\"img\" aria-labelledby=\"diagram-title diagram-description\" " + line.dropFirst(5))
        hasRoot = true
        continue
      }
      if let id = Self.id(ofGroup: line) {
        pending = id
        if id == "graph0" {
          // The root's own title and description come first, as SVG asks.
          result.append("<title id=\"diagram-title\">\(DotText.xml(title))</title>")
          result.append("<desc id=\"diagram-description\">\(DotText.xml(summary))</desc>")
        }
      }
      if line.hasPrefix("<title>"), let id = pending {
        pending = nil
        if let text = descriptions[id] {
          result.append("<title>\(DotText.xml(text))</title>")
          continue
        }
        // Titles that only repeat Graphviz's names of helpers help nobody.
        if line.hasSuffix("</title>") { continue }
      }
      result.append(String(line.contains(Self.dash) ? line.replacing(Self.dash, with: Self.longDash)[...] : line))
    }
    return Array(result.joined(separator: "\n").utf8)
  }

  /// Graphviz's dashes run together in thick lines.
  private static let dash = "stroke-dasharray=\"5,2\""
  private static let longDash = "stroke-dasharray=\"9,5\""

  private static func id(ofGroup line: Substring) -> String? {
    let start = "<g id=\""
    guard line.hasPrefix(start) else { return nil }
    let rest = line.dropFirst(start.count)
    guard let end = rest.firstIndex(of: "\"") else { return nil }
    let id = String(rest[..<end])
    // The group of a link stands inside the group that matters.
    return id.hasPrefix("a_") ? nil : id.replacing("&#45;", with: "-")
  }
}
