import Vocabulary

/// Events drawn together: who relates to whom, one relation for each direction and quad class.
///
/// The result does not depend on the order of the events.
struct DiagramNetwork: Hashable, Sendable {
  /// An actor in the picture.
  struct Node: Hashable, Sendable {
    var actor: Actor
    /// Reports of all relations that it has part in, those left out of the picture included.
    var weight: Int
  }

  /// All events of one direction and quad class.
  struct Link: Hashable, Sendable {
    var source: String
    var target: String
    var quad: QuadClass
    var reports: Int
    /// What all events share, or `actual` where some have happened; mixed unreal ones count as `possible`.
    var realis: Realis
    /// The phrases, most telling first.
    var phrases: [DiagramPhrase]
    /// Sentences for the tooltip, of the most reported event first.
    var evidence: [DiagramEvidence]
  }

  /// Sorted by code.
  var nodes: [Node]
  /// Sorted by source, target and quad class.
  var links: [Link]
  /// How many actors the events name.
  var totalActors: Int
  /// How many relations the events make.
  var totalLinks: Int

  /// Aggregates events; complexity O(n log n).
  init(events: [Event], evidence: [Event.ID: [DiagramEvidence]]) {
    var actors: [String: Actor] = [:]
    var weights: [String: Int] = [:]
    var groups: [Key: [Event]] = [:]
    for event in events {
      for actor in [event.source, event.target] {
        if let known = actors[actor.code], (known.name, known.kind.rawValue) <= (actor.name, actor.kind.rawValue) {
          continue
        }
        actors[actor.code] = actor
      }
      weights[event.source.code, default: 0] += max(1, event.reports)
      if event.source.code != event.target.code { weights[event.target.code, default: 0] += max(1, event.reports) }
      groups[Key(event), default: []].append(event)
    }
    nodes = actors.values.map { Node(actor: $0, weight: weights[$0.code] ?? 0) }
      .sorted { $0.actor.code < $1.actor.code }
    links = groups.sorted { $0.key < $1.key }.map { Self.link($0.key, $0.value, evidence) }
    totalActors = nodes.count
    totalLinks = links.count
  }

  /// Keeps the strongest actors and relations, at most as many as given, and the focus with its own relations first.
  ///
  /// An actor that no kept relation touches is left out.
  func strongest(actors: Int, links limit: Int, focus: String?) -> DiagramNetwork {
    var result = self
    func rank(_ node: Node) -> (Int, Int, String) { (node.actor.code == focus ? 0 : 1, -node.weight, node.actor.code) }
    // The relations of the actor in the middle come before those among its partners.
    func order(_ link: Link, _ offset: Int) -> (Int, Int, Int) {
      (link.source == focus || link.target == focus ? 0 : 1, -link.reports, offset)
    }
    let ranked = nodes.sorted { rank($0) < rank($1) }
    let kept = Set(ranked.prefix(max(1, actors)).map(\.actor.code))
    let strongest = links.enumerated()
      .filter { kept.contains($0.element.source) && kept.contains($0.element.target) }
      .sorted { order($0.element, $0.offset) < order($1.element, $1.offset) }
      .prefix(max(1, limit))
    result.links = strongest.sorted { $0.offset < $1.offset }.map(\.element)
    let touched = Set(result.links.flatMap { [$0.source, $0.target] })
    result.nodes = nodes.filter { touched.contains($0.actor.code) }
    return result
  }

  private struct Key: Hashable, Comparable {
    var source: String
    var target: String
    var quad: QuadClass

    init(_ event: Event) {
      source = event.source.code
      target = event.target.code
      quad = event.quad
    }

    static func < (left: Key, right: Key) -> Bool {
      (left.source, left.target, left.quad.order) < (right.source, right.target, right.quad.order)
    }
  }

  private static func link(_ key: Key, _ events: [Event], _ evidence: [Event.ID: [DiagramEvidence]]) -> Link {
    let ordered = events.sorted { left, right in
      let (first, second) = ((left.reports, left.date?.latest ?? 0), (right.reports, right.date?.latest ?? 0))
      return first != second ? first > second : (left.relation, left.id) < (right.relation, right.id)
    }
    let realis = Set(events.map(\.realis))
    let shared: Realis = realis.contains(.actual) ? .actual : realis.count == 1 ? realis.first ?? .actual : .possible
    var sentences: [DiagramEvidence] = []
    for event in ordered {
      for piece in (evidence[event.id] ?? []).sorted(by: Self.precedes) where !sentences.contains(piece) {
        sentences.append(piece)
      }
      if sentences.count >= 3 { break }
    }
    return Link(
      source: key.source, target: key.target, quad: key.quad,
      reports: events.reduce(0) { $0 + max(1, $1.reports) }, realis: shared,
      phrases: DiagramPhrase.telling(events, sharing: shared), evidence: Array(sentences.prefix(3)))
  }

  private static func precedes(_ left: DiagramEvidence, _ right: DiagramEvidence) -> Bool {
    let (first, second) = (left.date?.latest ?? 0, right.date?.latest ?? 0)
    if first != second { return first > second }
    return (left.article, left.sentence, left.url ?? "") < (right.article, right.sentence, right.url ?? "")
  }
}

extension Event {
  /// The store's number of an event.
  typealias ID = Int64
}

extension QuadClass {
  /// The place of the class in legends and among parallel relations.
  var order: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  /// Whether it is done by words.
  var isVerbal: Bool { self == .verbalCooperation || self == .verbalConflict }
  /// Whether it brings together.
  var isCooperation: Bool { self == .verbalCooperation || self == .materialCooperation }
  /// As a CSS class.
  var cssClass: String { rawValue.replacing(" ", with: "-") }
}
