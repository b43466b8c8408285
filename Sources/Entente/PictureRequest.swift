public import Diagrams
public import Graph
public import Vocabulary

/// Collects from a store what a picture shows: events, and the sentences that prove them.
public struct PictureRequest: Sendable {
  /// What the picture shows.
  public struct Content: Sendable {
    /// The events, strongest first.
    public let events: [Event]
    /// The sentences by event.
    public let evidence: [Int64: [DiagramEvidence]]
    /// The code of the actor in the middle.
    public let focus: String?
    /// Where it comes from: counts and period.
    public let footer: String
  }

  private var filter: RelationFilter
  private let around: [String]?
  private let maximumRelations: Int

  /// Makes a request.
  /// - Parameters:
  ///   - filter: What is shown.
  ///   - around: The codes of the actor in the middle; its events and those among its partners are shown.
  ///   - maximumRelations: How many relations will be drawn; bounds how much evidence is loaded.
  public init(filter: RelationFilter, around: [String]? = nil, maximumRelations: Int = 80) {
    self.filter = filter
    self.around = around
    self.maximumRelations = min(max(1, maximumRelations), 10_000)
  }

  /// Reads the events and their evidence.
  /// - Throws: `GraphError`.
  public func load(from store: GraphStore) throws(GraphError) -> Content {
    var events: [Event]
    if let around {
      var own = filter
      own.either = around
      events = try store.events(own)
      let partners = Set(events.flatMap { [$0.source.code, $0.target.code] })
      let ids = Set(events.map(\.id))
      events += try store.events(filter).filter {
        !ids.contains($0.id) && partners.contains($0.source.code) && partners.contains($0.target.code)
      }
    } else {
      events = try store.events(filter)
    }
    var evidence: [Int64: [DiagramEvidence]] = [:]
    var titles: [String: Article] = [:]
    let strongest = events.sorted { ($0.articles, $0.confidence, -$0.id) > ($1.articles, $1.confidence, -$1.id) }
    for event in strongest.prefix(maximumRelations * 4) {
      for triple in try store.evidence(of: event.id).prefix(3) {
        if titles[triple.article] == nil { titles[triple.article] = try store.article(id: triple.article) }
        let article = titles[triple.article]
        evidence[event.id, default: []].append(
          DiagramEvidence(
            sentence: triple.evidence.text, article: article?.title ?? triple.article, url: article?.url,
            date: article?.date))
      }
    }
    let focus = around?.first { code in events.contains { $0.source.code == code || $0.target.code == code } }
    return Content(
      events: events, evidence: evidence, focus: focus ?? around?.first, footer: try footer(events, store))
  }

  private func footer(_ events: [Event], _ store: GraphStore) throws(GraphError) -> String {
    let counts = try store.counts()
    let dates = events.compactMap(\.date)
    var text = "\(events.count) events from \(counts.articles) articles"
    if let first = dates.min(), let last = dates.max() {
      text += first == last ? ", \(first)" : ", \(first) to \(last)"
    }
    return text + ". Drawn by Entente \(EntenteVersion.current)."
  }
}
