public import Language
public import Vocabulary

/// Finds who is mentioned in an article, and for whom each acts at the article's date.
///
/// The documents are the article's title and paragraphs in the order of the text. What one says of a person holds for
/// all: "NATO Secretary General Jens Stoltenberg" makes a later "Mr. Stoltenberg" act for NATO.
public struct ActorResolver: Sendable {
  /// The actors, names and offices.
  public let registry: ActorRegistry
  let descriptions: DescriptionBook

  /// Makes a resolver.
  public init(registry: ActorRegistry, descriptions: DescriptionBook) {
    self.registry = registry
    self.descriptions = descriptions
  }

  /// Loads what it needs from data/actors.
  public init(data: DataFolder) throws(DataError) {
    self.init(registry: try ActorRegistry.load(from: data), descriptions: try DescriptionBook(data))
  }

  /// Resolves the mentions of all documents of one article.
  public func resolve(_ documents: [Document], date: CalendarDate?) -> [DocumentActors] {
    let matcher = NameMatcher(registry: registry, date: date)
    let finder = PersonFinder(registry: registry, date: date)
    var people = ArticlePeople()
    let analyzed = documents.map(AnalyzedDocument.init)
    let matches = analyzed.map(matcher.matches)
    // Full names first, in all documents, so that a headline's bare surname finds its person.
    for (document, names) in zip(analyzed, matches) {
      _ = finder.persons(in: document, matches: names, people: &people)
    }
    var spans: [[NameSpan]] = []
    for (document, names) in zip(analyzed, matches) {
      let persons = finder.persons(in: document, matches: names, people: &people)
      spans.append(Self.spans(document, names, persons))
    }
    let affiliation = Affiliation(registry: registry, date: date)
    for (document, spans) in zip(analyzed, spans) { affiliation.note(in: document, spans, &people) }
    affiliation.fill(&people)
    // Once more, for those who belong to somebody whose principal is known only now.
    for (document, spans) in zip(analyzed, spans) { affiliation.note(in: document, spans, &people) }
    var pass = MentionPass(resolver: self, date: date, people: people)
    return zip(analyzed, spans).enumerated().map { number, pair in pass.run(pair.0, pair.1, number: number) }
  }

  private static func spans(
    _ document: AnalyzedDocument, _ matches: [NameMatcher.Match], _ persons: [PersonFinder.Found]
  ) -> [NameSpan] {
    var spans = persons.map {
      NameSpan(tokens: $0.tokens, head: document.head(of: $0.tokens), meaning: .person($0.person), form: .name)
    }
    for match in matches {
      let meaning: NameSpan.Meaning
      switch match.name.meaning {
      case .actor(let number): meaning = .actor(number)
      case .medium: meaning = .medium
      case .person: continue
      }
      spans.append(
        NameSpan(
          tokens: match.tokens, head: document.head(of: match.tokens), meaning: meaning, form: match.name.form))
    }
    return spans.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }
}
