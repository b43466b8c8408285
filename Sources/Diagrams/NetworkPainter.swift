import Vocabulary

/// Turns a network into DOT: actors as shapes, relations as lines that run through their labels.
///
/// A label is a node of its own in the middle of its line. All layouts keep nodes apart, so labels never overlap, and
/// a label is always on the line that it belongs to. Only a circle would get too wide: there each pair's strongest
/// relation has one of Graphviz's own labels. Hundreds of relations have none: tooltips tell what they are.
struct NetworkPainter {
  let network: DiagramNetwork
  let options: DiagramOptions
  let layout: DiagramLayout
  var document: DotDocument
  var descriptions: [String: String] = [:]
  var names = NameRegister()
  var ids = NameRegister()
  /// DOT names of actors by code.
  var nodeNames: [String: String] = [:]

  var theme: DiagramTheme { options.theme }

  init(network: DiagramNetwork, options: DiagramOptions) {
    self.network = network
    self.options = options
    layout = options.layout ?? Self.layout(for: network)
    let title = DotText.clean(options.title)
    document = DotDocument(name: title.isEmpty ? "Relations" : title)
  }

  /// Layers show direction best while they fit a page; springs keep large graphs compact.
  static func layout(for network: DiagramNetwork) -> DiagramLayout {
    switch network.links.count {
    case ...22: .dot
    case ...60: .neato
    default: .sfdp
    }
  }

  /// A sentence for screen readers.
  var summary: String {
    guard !network.nodes.isEmpty else { return "An empty diagram: nothing matched." }
    let strongest = network.links.sorted { ($0.reports, $1.source, $1.target) > ($1.reports, $0.source, $0.target) }
    let examples = strongest.prefix(3).map { describe($0) }
    return "Diagram of \(count(network.nodes.count, "actor")) and \(count(network.links.count, "relation")). "
      + "The most reported: " + examples.joined(separator: "; ") + "."
  }

  /// What was left out, if anything: "40 of 213 actors and 80 of 400 relations shown, the most reported".
  var note: String? {
    var parts: [String] = []
    if network.nodes.count < network.totalActors {
      parts.append("\(network.nodes.count) of \(network.totalActors) actors")
    }
    if network.links.count < network.totalLinks {
      parts.append("\(network.links.count) of \(network.totalLinks) relations")
    }
    return parts.isEmpty ? nil : parts.joined(separator: " and ") + " shown, the most reported"
  }

  func count(_ number: Int, _ noun: String) -> String { "\(number) \(noun)\(number == 1 ? "" : "s")" }

  func name(of code: String) -> String {
    network.nodes.first { $0.actor.code == code }.map { displayName($0.actor) } ?? DotText.clean(code)
  }

  func displayName(_ actor: Actor) -> String {
    let name = DotText.clean(actor.name)
    if !name.isEmpty { return name }
    let code = DotText.clean(actor.code)
    return code.isEmpty ? "?" : code
  }

  func describe(_ link: DiagramNetwork.Link) -> String {
    let phrases = link.phrases.prefix(3).map(\.label).joined(separator: ", ")
    let realis = link.realis == .actual ? "" : " (\(link.realis.rawValue))"
    return "\(name(of: link.source)) to \(name(of: link.target)), \(link.quad.rawValue)\(realis): \(phrases)"
  }

  mutating func paint() {
    setDefaults()
    guard !network.nodes.isEmpty else {
      paintNothing()
      return
    }
    for node in network.nodes { paint(node) }
    let pairs = Dictionary(grouping: network.links) { [min($0.source, $0.target), max($0.source, $0.target)] }
    for pair in pairs.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      let upper = upperEnd(of: pair.value)
      let strongest = pair.value.max { $0.reports < $1.reports }
      for link in pair.value { paint(link, from: upper, isStrongest: link == strongest) }
    }
    paintCaption()
  }

  /// Layers get quiet when all lines between two actors point the same way: from the focus, or else from the one who
  /// does more to the other.
  private func upperEnd(of links: [DiagramNetwork.Link]) -> String {
    let ends = Set(links.flatMap { [$0.source, $0.target] })
    if let focus = options.focus, ends.contains(focus) { return focus }
    let sums = links.reduce(into: [String: Int]()) { $0[$1.source, default: 0] += $1.reports }
    return sums.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key ?? ""
  }
}

/// Gives out names that nobody else has.
struct NameRegister {
  private var taken: Set<String> = []

  mutating func unique(_ wanted: String) -> String {
    var name = wanted
    var number = 2
    while !taken.insert(name).inserted {
      name = "\(wanted)-\(number)"
      number += 1
    }
    return name
  }
}
