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
  var recall = Recall()
  var number = 0

  init(resolver: ActorResolver, date: CalendarDate?, people: ArticlePeople) {
    registry = resolver.registry
    descriptions = resolver.descriptions
    self.date = date
    self.people = people
  }

  /// The mentions of one document.
  mutating func run(_ analyzed: AnalyzedDocument, _ spans: [NameSpan], number: Int) -> DocumentActors {
    self.number = number
    var actors = DocumentActors(analyzed)
    var covered = [Bool](repeating: false, count: analyzed.tokens.count)
    var byHead: [Int: NameSpan] = [:]
    for span in spans {
      for index in span.tokens { covered[index] = true }
      byHead[span.head] = span
      if case .medium = span.meaning {
        for index in span.tokens { actors.media[index] = analyzed.text(span.tokens) }
      } else if isModifier(span.head, analyzed), let mention = mention(of: span, form: .modifier) {
        actors.modifiers[span.head] = [mention]
      }
    }
    for index in analyzed.tokens.indices {
      let token = analyzed.tokens[index]
      if let span = byHead[index] {
        if let taken = actors.modifiers[index] {
          // What a modifier names can be taken up too: "Russia's invasion … it".
          if let mention = taken.first { remember(mention, index, analyzed) }
          continue
        }
        add(named(span, actors, analyzed), at: index, to: &actors)
      } else if !covered[index] {
        switch token.pos {
        case .noun, .properNoun:
          add(nominal(index, actors, analyzed), at: index, to: &actors)
        case .pronoun:
          let mentions = pronoun(index, actors, analyzed)
          if token.dep == .poss { actors.modifiers[index] = mentions.isEmpty ? nil : mentions } else {
            add(mentions, at: index, to: &actors)
          }
        case .adjective where token.dep != .amod:
          // "the latter", "the British": an adjective that is used as a noun and was not matched is nobody.
          continue
        default: continue
        }
      }
    }
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
      case .nsubj, .nsubjpass: .subject
      case .dobj, .agent, .dative: .object
      default: .other
      }
    recall.append(
      Recall.Item(
        mention: mention, document: number, sentence: analyzed.sentenceOf[index], rank: rank,
        governor: tokens[first].head))
  }

  /// Whether a name only stands before a noun or owns it.
  private func isModifier(_ head: Int, _ analyzed: AnalyzedDocument) -> Bool {
    switch analyzed.tokens[analyzed.firstConjunct(of: head)].dep {
    case .amod, .compound, .nmod, .poss, .nummod, .advmod, .npadvmod, .det: true
    default: false
    }
  }

  func mention(of span: NameSpan, form: MentionForm) -> Mention? {
    switch span.meaning {
    case .actor(let number):
      let actor = registry.entries[number].actor
      return Mention(tokens: span.tokens, head: span.head, actor: actor, principal: actor, form: form)
    case .person(let number):
      let person = people[number]
      let actor = Actor(code: person.name, name: person.name, kind: .person)
      return Mention(tokens: span.tokens, head: span.head, actor: actor, principal: person.principal, form: form)
    case .medium: return nil
    }
  }

  /// A name that heads its phrase; a person's name may be the apposition of a role.
  private func named(_ span: NameSpan, _ actors: DocumentActors, _ analyzed: AnalyzedDocument) -> [Mention] {
    let form: MentionForm = if case .person = span.meaning { .person } else { .name }
    return mention(of: span, form: form).map { [$0] } ?? []
  }
}
