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
  let words: WordLists
  let stateNouns: StateNounBook
  let eventNouns: EventNounBook
  let gazetteer: Gazetteer
  let chooser: PlaceChooser

  /// Loads what it needs from data/actors.
  /// - Parameter dictionaries: The user's own actors and names.
  public init(data: DataFolder, dictionaries: [ActorDictionary] = []) throws(DataError) {
    registry = try ActorRegistry.load(from: data, dictionaries: dictionaries)
    descriptions = try DescriptionBook(data)
    words = try WordLists(data)
    stateNouns = try StateNounBook(data)
    eventNouns = try EventNounBook(data)
    gazetteer = try Gazetteer(data)
    chooser = try PlaceChooser(data, gazetteer: gazetteer, registry: registry)
  }

  /// Resolves the mentions of all documents of one article.
  public func resolve(_ documents: [Document], date: CalendarDate?) -> [DocumentActors] {
    let analyzed = documents.map(AnalyzedDocument.init)
    let matcher = NameMatcher(registry: registry, date: date, words: ArticleWords(analyzed))
    let matches = analyzed.map(matcher.matches)
    let named = Dictionary(matches.joined().compactMap(code).map { ($0, 1) }, uniquingKeysWith: +)
    let finder = PersonFinder(registry: registry, date: date, named: Set(named.keys))
    let placeFinder = PlaceFinder(registry: registry, gazetteer: gazetteer, chooser: chooser, countries: named)
    var people = ArticlePeople(spellings: registry.spellings)
    // Full names first, in all documents, so that a headline's bare surname finds its person.
    let full = zip(analyzed, matches).map { document, names in
      finder.persons(in: document, matches: names, people: &people, fullNamesOnly: true)
    }
    var spans: [[NameSpan]] = []
    for (index, document) in analyzed.enumerated() {
      var taken = [Bool](repeating: false, count: document.tokens.count)
      for range in matches[index].map(\.tokens) + full[index].map(\.tokens) {
        for token in range { taken[token] = true }
      }
      let places = placeFinder.places(in: document, taken: taken, people: people)
      let persons = finder.persons(in: document, matches: matches[index], places: places.map(\.tokens), people: &people)
      spans.append(Self.spans(document, matches[index], persons, places))
    }
    let affiliation = Affiliation(registry: registry, date: date)
    for (document, spans) in zip(analyzed, spans) { affiliation.note(in: document, spans, &people) }
    affiliation.fill(&people)
    // Once more, for those who belong to somebody whose principal is known only now.
    for (document, spans) in zip(analyzed, spans) { affiliation.note(in: document, spans, &people) }
    affiliation.fillTitled(&people, leading: affiliation.leadingState(spans))
    affiliation.fillFormer(&people)
    var pass = MentionPass(resolver: self, date: date, people: people, named: Set(named.keys))
    return zip(analyzed, spans).enumerated().map { number, pair in pass.run(pair.0, pair.1, number: number) }
  }

  private func code(_ match: NameMatcher.Match) -> String? {
    if case .actor(let number) = match.meaning { registry.entries[number].actor.code } else { nil }
  }

  private static func spans(
    _ document: AnalyzedDocument, _ matches: [NameMatcher.Match], _ persons: [PersonFinder.Found],
    _ places: [NameSpan]
  ) -> [NameSpan] {
    var spans =
      places
      + persons.map {
        NameSpan(tokens: $0.tokens, head: document.head(of: $0.tokens), meaning: .person($0.person), form: .name)
      }
    for match in matches {
      let meaning: NameSpan.Meaning
      switch match.meaning {
      case .actor(let number): meaning = .actor(number)
      case .medium: meaning = .medium
      case .person, .nothing: continue
      }
      spans.append(
        NameSpan(
          tokens: match.tokens, head: document.head(of: match.tokens), meaning: meaning, form: match.form))
    }
    return spans.sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
  }
}
