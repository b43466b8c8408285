import Language
import Vocabulary

/// One walk through an article's documents that turns names, roles, descriptions and pronouns into mentions.
///
/// The order of the text matters: what takes up an actor looks back at what was mentioned before.
struct MentionPass {
  let registry: ActorRegistry
  let descriptions: DescriptionBook
  let date: CalendarDate?
  let people: ArticlePeople
  let words: WordLists
  let stateNouns: StateNounBook
  let eventNouns: EventNounBook
  var recall = Recall()
  /// For whom the last speaker of the article speaks.
  var speaker: Actor?
  var number = 0
  /// The documents before.
  var past: [DocumentActors] = []

  /// The codes of the actors that the article names anywhere.
  let named: Set<String>

  init(resolver: ActorResolver, date: CalendarDate?, people: ArticlePeople, named: Set<String>) {
    self.named = named
    registry = resolver.registry
    descriptions = resolver.descriptions
    words = resolver.words
    stateNouns = resolver.stateNouns
    eventNouns = resolver.eventNouns
    self.date = date
    self.people = people
  }

  /// The mentions of one document.
  mutating func run(_ analyzed: AnalyzedDocument, _ spans: [NameSpan], number: Int) -> DocumentActors {
    self.number = number
    var actors = DocumentActors(analyzed)
    var covered = [Bool](repeating: false, count: analyzed.tokens.count)
    // Names first, for the whole document: what a role noun belongs to may stand behind it ("presidents of Ecuador").
    for span in spans {
      for index in span.tokens { covered[index] = true }
      let isModifier = isModifier(span.head, analyzed)
      if case .medium = span.meaning {
        for index in span.tokens { actors.media[index] = analyzed.text(span.tokens) }
      } else if let mention = mention(of: span, isModifier: isModifier, in: analyzed) {
        if isModifier { actors.modifiers[span.head] = [mention] } else { actors.byHead[span.head] = [mention] }
      }
    }
    for index in analyzed.tokens.indices where !covered[index] {
      if let mention = classing(index, analyzed) { actors.modifiers[index] = [mention] }
    }
    for index in analyzed.tokens.indices {
      let token = analyzed.tokens[index]
      if let named = actors.byHead[index] ?? actors.modifiers[index] {
        // What a modifier names can be taken up too: "Russia's invasion … it".
        for mention in named { remember(mention, index, analyzed) }
      } else if !covered[index] {
        switch token.tag.hasPrefix("W") && token.dep != .mark ? .pronoun : token.pos {
        case .noun, .properNoun:
          add(nominal(index, actors, analyzed), at: index, to: &actors)
        case .determiner where token.dep == .nsubj && token.lower == "both",
          .numeral where Self.isParty(token.dep) && isDefinite(index, analyzed):
          let size = NumberWord.value(token.lower)
          var group = recall.latestGroup(
            document: self.number, sentence: analyzed.sentenceOf[index], size: size
          ) { _ in true }
          if group.isEmpty, size == 2 { group = pair(index, actors, analyzed) }
          add(
            group.map { $0.renamed(tokens: index..<index + 1, head: index, form: .pronoun) }, at: index, to: &actors)
        case .pronoun:
          let mentions = pronoun(index, actors, analyzed)
          if token.dep == .poss {
            actors.modifiers[index] = mentions.isEmpty ? nil : mentions
          } else {
            add(mentions, at: index, to: &actors)
          }
        default: continue
        }
      }
    }
    resolveSpeakers(&actors)
    resolveDeeds(&actors)
    past.append(actors)
    return actors
  }

  private mutating func add(_ mentions: [Mention], at index: Int, to actors: inout DocumentActors) {
    guard !mentions.isEmpty else { return }
    actors.byHead[index] = mentions
    for mention in mentions { remember(mention, index, actors.analyzed) }
  }

  private mutating func remember(_ mention: Mention, _ index: Int, _ analyzed: AnalyzedDocument) {
    let tokens = analyzed.tokens
    let first = analyzed.firstConjunct(of: index)
    let rank: Recall.Rank =
      switch tokens[first].dep {
      case .nsubj, .nsubjpass: tokens[tokens[first].head].dep == .root ? .mainSubject : .subject
      case .dobj, .agent, .dative: .object
      default: .other
      }
    recall.append(
      Recall.Item(
        mention: mention, document: number, sentence: analyzed.sentenceOf[index], rank: rank, group: first,
        governor: tokens[first].head))
  }

  /// "the Arab decision" in an article about the Arab League: the one body that has the adjective and is named.
  private func classing(_ index: Int, _ analyzed: AnalyzedDocument) -> Mention? {
    let tokens = analyzed.tokens
    guard tokens[index].isCapitalized, tokens[index].dep == .amod || tokens[index].dep == .compound
    else { return nil }
    let pair = index > 0 ? tokens[index - 1].text + " " + tokens[index].text : ""
    let numbers = registry.byAdjective[pair] ?? registry.byAdjective[tokens[index].text] ?? []
    let bodies = numbers.map { registry.entries[$0].actor }.filter { named.contains($0.code) }
    guard bodies.count == 1, let body = bodies.first else { return nil }
    return Mention(tokens: index..<index + 1, head: index, actor: body, principal: body, form: .modifier)
  }

  private static func isParty(_ dep: Dependency) -> Bool { [.nsubj, .nsubjpass, .dobj, .pobj].contains(dep) }

  /// Whether a name only tells where something is: "in Geneva", "near the Kremlin".
  private func isPlace(_ span: NameSpan, _ analyzed: AnalyzedDocument) -> Bool {
    if span.form == .place { return true }
    guard span.form == .capital || span.form == .metonym, case .actor(let number) = span.meaning,
      registry.entries[number].actor.kind == .state
    else { return false }
    let tokens = analyzed.tokens
    let first = analyzed.firstConjunct(of: span.head)
    guard tokens[first].dep == .pobj else { return false }
    return Self.locative.contains(tokens[tokens[first].head].lower)
  }

  private static let locative: Set<String> = ["in", "at", "near", "outside", "inside", "around", "off", "across"]

  /// Whether a name only stands before a noun or owns it.
  private func isModifier(_ head: Int, _ analyzed: AnalyzedDocument) -> Bool {
    switch analyzed.tokens[analyzed.firstConjunct(of: head)].dep {
    case .amod, .compound, .nmod, .poss, .nummod, .advmod, .npadvmod, .det: true
    default: false
    }
  }

  private func mention(of span: NameSpan, isModifier: Bool, in analyzed: AnalyzedDocument) -> Mention? {
    switch span.meaning {
    case .actor(let number):
      let actor = registry.entries[number].actor
      let last = span.tokens.count > 1 ? analyzed.tokens[span.tokens.upperBound - 1].lower : nil
      return Mention(
        tokens: span.tokens, head: span.head, actor: actor, principal: actor, form: isModifier ? .modifier : .name,
        lastWord: last, isPlace: !isModifier && isPlace(span, analyzed),
        isPlural: span.form == .people)
    case .person(let number):
      return mention(ofPerson: number, tokens: span.tokens, head: span.head, form: isModifier ? .modifier : .person)
    case .medium: return nil
    }
  }

  /// A person of the article under some words.
  func mention(
    ofPerson number: Int, tokens: Range<Int>, head: Int, form: MentionForm, sector: String? = nil
  ) -> Mention {
    let person = people[number]
    return Mention(
      tokens: tokens, head: head, actor: Actor(code: person.name, name: person.name, kind: .person),
      principal: person.principal, form: form, sector: sector, gender: person.gender)
  }
}
