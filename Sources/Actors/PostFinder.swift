import Language
import Vocabulary

/// The offices and posts that the words around a person's name tell, and for whom he or she acts in each.
struct PostFinder {
  let registry: ActorRegistry
  let analyzed: AnalyzedDocument
  /// The registry's number of the actor that a token names or for whom the person whom it names acts.
  let actorAt: [Int: Int]
  /// The tokens of persons' names.
  let personAt: Set<Int>

  /// A post.
  struct Post {
    /// The role noun; nil where only the principal is told ("Tito of Yugoslavia").
    let role: Role?
    /// The registry's number of the principal; nil where the words don't tell it.
    let principal: Int?
    /// Whether it is past: "the former president".
    let isFormer: Bool
    /// Whether it stands before the name as a title.
    let isTitle: Bool
  }

  /// The posts of a person, those nearest to the name first.
  func posts(of span: NameSpan) -> [Post] {
    var posts: [Post] = []
    let apposed = apposed(to: span)
    if let post = before(span) { posts.append(post) }
    for noun in apposed + predicates(of: span.head) + apposed.flatMap(predicates) {
      if let post = post(at: noun) { posts.append(post) }
    }
    if let post = afterComma(span, apposed) { posts.append(post) }
    posts += verbs(about: span.head).compactMap(post(verb:))
    for noun in apposed {
      posts += verbs(about: noun).compactMap(post(verb:))
      if let post = sent(noun) { posts.append(post) }
    }
    if let post = behind(span) { posts.append(post) }
    return posts
  }

  // MARK: nouns

  /// The post that a role noun names.
  func post(at noun: Int) -> Post? {
    guard let role = role(noun), role.kind == .person else { return nil }
    return Post(role: role, principal: principal(of: noun), isFormer: isFormer(noun), isTitle: false)
  }

  /// For whom the bearer of a role acts: "the Turkish envoy", "a spokesman for the Nigerien army", "an adviser to
  /// Ukraine's interior minister", "the French commander of the alliance's force".
  func principal(of noun: Int, depth: Int = 0) -> Int? {
    let finder = OwnerFinder(analyzed: analyzed)
    let tokens = analyzed.tokens
    let before = finder.ownersBefore(noun) { actorAt[$0] != nil }.first.flatMap { actorAt[$0] }
    var behind: (number: Int, preposition: String)?
    let isPosted = role(noun)?.isPosted ?? false
    for object in finder.objects(of: noun, prepositions: ["of", "for", "from", "with", "at", "in", "to"]) {
      let preposition = tokens[tokens[object].head].lower
      let isPlace = preposition == "in" || preposition == "to"
      let direct = actorAt[object]
      if let direct, !isPlace || personAt.contains(object) || (preposition == "in" && !isPosted) {
        behind = (direct, preposition)
      } else if direct == nil, depth < 3, let inner = principal(of: object, depth: depth + 1) {
        behind = (inner, preposition)
      }
      if behind != nil { break }
    }
    guard let behind else { return before }
    guard let before else { return behind.number }
    // The nationality of somebody who works for a body: "the Dutch commander of the NATO force".
    let isBody = registry.entries[before].actor.kind == .state && registry.entries[behind.number].actor.kind != .state
    return isBody && behind.preposition != "in" && behind.preposition != "to" && !isPosted ? behind.number : before
  }

  func role(_ index: Int) -> Role? {
    let noun = analyzed.tokens[index].lemma.lowercased()
    if index > 0, let longer = registry.roles[analyzed.tokens[index - 1].lower + " " + noun] { return longer }
    return registry.roles[noun] ?? registry.roles[analyzed.tokens[index].lower]
  }

  private func isFormer(_ noun: Int) -> Bool {
    analyzed.tree.children(of: noun).contains { $0 < noun && registry.roles.isFormer(analyzed.tokens[$0].lower) }
  }

  /// The nouns that stand in apposition to a name, on either side.
  private func apposed(to span: NameSpan) -> [Int] {
    let tokens = analyzed.tokens
    var nouns = analyzed.tree.children(of: span.head).filter { tokens[$0].dep == .appos && !personAt.contains($0) }
    if tokens[span.head].dep == .appos, !personAt.contains(tokens[span.head].head) {
      nouns.append(tokens[span.head].head)
    }
    return nouns
  }

  /// What a clause about the noun says that it is: "who is now the envoy of the Quartet".
  private func predicates(of noun: Int) -> [Int] {
    let tokens = analyzed.tokens
    var clauses = analyzed.tree.children(of: noun).filter { tokens[$0].dep == .relcl }
    if tokens[noun].dep == .nsubj { clauses.append(tokens[noun].head) }
    return clauses.filter { tokens[$0].lemma == "be" || tokens[$0].lemma == "become" }
      .flatMap { analyzed.tree.children(of: $0) }.filter { tokens[$0].dep == .attr }
  }

  // MARK: verbs

  /// The verbs of clauses about the noun, and the verb whose subject or object it is.
  private func verbs(about noun: Int) -> [Int] {
    let tokens = analyzed.tokens
    var verbs = analyzed.tree.children(of: noun).filter { tokens[$0].dep == .relcl || tokens[$0].dep == .acl }
    if [.nsubj, .dobj, .nsubjpass].contains(tokens[noun].dep) { verbs.append(tokens[noun].head) }
    return verbs
  }

  /// "who leads Colombo's delegation", "who speaks for Mali's army", "sent … as his envoy".
  private func post(verb: Int) -> Post? {
    let tokens = analyzed.tokens
    let links = registry.roles.links(ofPost: tokens[verb].lemma)
    for child in analyzed.tree.children(of: verb) {
      if links.contains("object"), tokens[child].dep == .dobj, let number = actor(at: child) {
        return Post(role: nil, principal: number, isFormer: false, isTitle: false)
      }
      guard tokens[child].dep == .prep else { continue }
      for object in analyzed.tree.children(of: child) where tokens[object].dep == .pobj {
        if links.contains(tokens[child].lower), let number = actor(at: object) {
          return Post(role: nil, principal: number, isFormer: false, isTitle: false)
        }
        if tokens[child].lower == "as", let post = post(at: object) {
          let sender = post.principal ?? sender(verb)
          return Post(role: post.role, principal: sender, isFormer: post.isFormer, isTitle: false)
        }
      }
    }
    return nil
  }

  /// "the investigator sent by the UN"
  private func sent(_ noun: Int) -> Post? {
    guard let role = role(noun), role.kind == .person, principal(of: noun) == nil else { return nil }
    let senders = analyzed.tree.children(of: noun).filter { analyzed.tokens[$0].dep == .acl }.compactMap(sender)
    return senders.first.map { Post(role: role, principal: $0, isFormer: false, isTitle: false) }
  }

  /// Who sends somebody: the agent of a passive, else the subject.
  private func sender(_ verb: Int) -> Int? {
    let tokens = analyzed.tokens
    let children = analyzed.tree.children(of: verb)
    let agents = children.filter { tokens[$0].dep == .agent }.flatMap { analyzed.tree.children(of: $0) }
    return (agents + children.filter { tokens[$0].dep == .nsubj }).lazy.compactMap { actorAt[$0] }.first
  }

  /// The actor that a noun names, or to which a role or body belongs.
  private func actor(at noun: Int) -> Int? { actorAt[noun] ?? (role(noun) == nil ? nil : principal(of: noun)) }

  // MARK: words in line

  /// Words before the name: back over role nouns, adjectives and "of" to the nearest actor.
  private func before(_ span: NameSpan) -> Post? {
    let tokens = analyzed.tokens
    var index = span.tokens.lowerBound - 1
    var role: Role?
    var isFormer = false
    var principal: Int?
    while index >= 0, span.tokens.lowerBound - index <= 9 {
      let token = tokens[index]
      if let number = actorAt[index] {
        let owns = index + 1 < tokens.count && tokens[index + 1].dep == .caseMark
        let adjective = token.pos == .adjective || token.dep == .amod
        if principal == nil, role != nil || owns || adjective { principal = number }
        if principal == nil { break }
      } else if registry.roles.isFormer(token.lower) {
        isFormer = true
      } else if let found = self.role(index), found.kind == .person || found.kind == .body {
        if principal != nil { break }
        if found.kind == .person, role == nil { role = found }
      } else if principal != nil || !Self.passes(token) {
        break
      }
      index -= 1
    }
    guard role != nil || principal != nil else { return nil }
    return Post(role: role, principal: principal, isFormer: isFormer, isTitle: role?.sector == "government")
  }

  /// Words that may stand between a nationality and a name.
  private static func passes(_ token: Token) -> Bool {
    switch token.pos {
    case .properNoun, .noun, .adjective: true
    case .adposition: token.lower == "of" || token.lower == "for"
    case .punctuation: token.text == "-"
    case .particle: token.dep == .caseMark
    case .determiner: token.lower == "the"
    default: false
    }
  }

  /// "Russia's ambassador to Turkey, Andrei Karlov, …": the noun phrase before the comma, whatever the parser makes of
  /// the name.
  private func afterComma(_ span: NameSpan, _ apposed: [Int]) -> Post? {
    let tokens = analyzed.tokens
    let comma = span.tokens.lowerBound - 1
    guard comma > 0, tokens[comma].text == ",", !apposed.contains(where: { role($0)?.kind == .person }) else {
      return nil
    }
    var start = comma
    while start > 0, comma - start < 14, Self.isNominal(tokens[start - 1]) { start -= 1 }
    guard start < comma else { return nil }
    let noun = analyzed.head(of: start..<comma)
    guard noun < comma, !personAt.contains(noun) else { return nil }
    return post(at: noun)
  }

  private static func isNominal(_ token: Token) -> Bool {
    switch token.pos {
    case .properNoun, .noun, .adjective, .adposition, .determiner, .particle, .numeral: true
    case .punctuation: token.text == "-"
    default: false
    }
  }

  /// "Lt. Gen. Mwita Okello of the Kenyan army".
  private func behind(_ span: NameSpan) -> Post? {
    let tokens = analyzed.tokens
    for child in analyzed.tree.children(of: span.head)
    where tokens[child].dep == .prep && tokens[child].lower == "of" && child == span.tokens.upperBound {
      for object in analyzed.tree.children(of: child) where tokens[object].dep == .pobj {
        if let number = actor(at: object) {
          return Post(role: nil, principal: number, isFormer: false, isTitle: false)
        }
      }
    }
    return nil
  }
}
