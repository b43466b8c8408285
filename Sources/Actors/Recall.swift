import Vocabulary

/// The mentions of an article in the order of its text, for what takes up something named before.
struct Recall {
  /// A mention with what counts for taking it up again.
  struct Item {
    let mention: Mention
    let document: Int
    let sentence: Int
    let rank: Rank
    /// The first of the nouns that are coordinated with it; the noun itself where there are none.
    let group: Int
    /// The verb or noun on which the mention depends, in its document.
    let governor: Int
  }

  /// How likely a part of a sentence is taken up: the subject most, then its object, then the rest.
  enum Rank: Int, Comparable {
    case other, object, subject, mainSubject
    static func < (left: Rank, right: Rank) -> Bool { left.rawValue < right.rawValue }
  }

  private(set) var items: [Item] = []

  private var states: [String: (actor: Actor, count: Int, first: Int)] = [:]

  /// Adds a mention. Only names count for what an article speaks of most, twice in its first sentence; what takes up
  /// another mention does not, nor does a mere place.
  mutating func append(_ item: Item) {
    let mention = item.mention
    if let principal = mention.principal, principal.kind == .state, mention.form == .name || mention.form == .modifier,
      !mention.isPlace
    {
      let weight = item.document == 0 && item.sentence == 0 ? 2 : 1
      let known = states[principal.code]
      states[principal.code] = (principal, (known?.count ?? 0) + weight, known?.first ?? items.count)
    }
    items.append(item)
  }

  /// The latest mention that fits: within the nearest sentence that has any, the one of the highest rank, the later of
  /// equals.
  /// - Parameters:
  ///   - document: Where the pronoun or description stands.
  ///   - sentence: Its sentence.
  ///   - governor: On what it depends: what depends on the same verb is somebody else.
  ///   - reach: How many sentences back to look, over the borders of paragraphs.
  ///   - isSingle: Passes over what is coordinated with others: "it" is not one of "Peru and Chile".
  ///   - fits: Whether a mention can be meant.
  func latest(
    document: Int, sentence: Int, governor: Int?, reach: Int = 3, isSingle: Bool = false, fits: (Mention) -> Bool
  ) -> Mention? {
    latestItem(
      document: document, sentence: sentence, governor: governor, reach: reach, isSingle: isSingle, fits: fits)?.mention
  }

  private func latestItem(
    document: Int, sentence: Int, governor: Int?, reach: Int, isSingle: Bool, fits: (Mention) -> Bool
  ) -> Item? {
    var best: Item?
    var passed = 0
    var place: (Int, Int)?
    for item in items.reversed() {
      let here = (item.document, item.sentence)
      if place.map({ $0 != here }) ?? true {
        if best != nil { break }
        if place != nil || here != (document, sentence) { passed += 1 }
        if passed > reach { break }
        place = here
      }
      if here == (document, sentence), item.governor == governor { continue }
      guard fits(item.mention), !isSingle || isAlone(item) else { continue }
      if best.map({ item.rank > $0.rank }) ?? true { best = item }
    }
    return best
  }

  private func isAlone(_ item: Item) -> Bool {
    !items.reversed().prefix { $0.document == item.document && $0.sentence >= item.sentence }.contains {
      $0.sentence == item.sentence && $0.group == item.group
        && $0.mention.principal?.code != item.mention.principal?.code
        && $0.mention.form != .modifier
    }
  }

  /// The latest actors that were named together ("Peru and Chile", "the presidents of Peru and Chile"), for "they".
  /// - Parameter size: How many there must be; any number of two and more where it is nil.
  func latestGroup(
    document: Int, sentence: Int, reach: Int = 2, size: Int? = nil, fits: (Mention) -> Bool
  ) -> [Mention] {
    latestGroupItems(document: document, sentence: sentence, reach: reach, size: size, fits: fits).map(\.mention)
  }

  /// For "they": the latest actors that were named together, or the latest plural actor, whichever stands nearer or
  /// higher in its sentence.
  func latestPlural(document: Int, sentence: Int, governor: Int?, fits: (Mention) -> Bool) -> [Mention] {
    let group = latestGroupItems(document: document, sentence: sentence, reach: 2, size: nil, fits: fits)
    let single = latestItem(
      document: document, sentence: sentence, governor: governor, reach: 3, isSingle: true,
      fits: { ($0.isPlural || (!$0.isPerson && $0.actor.kind != .state)) && fits($0) })
    guard let single else { return group.map(\.mention) }
    guard let best = group.map(\.rank).max(), let first = group.first else { return [single.mention] }
    let places = ((first.document, first.sentence), (single.document, single.sentence))
    if places.0 != places.1 { return places.0 > places.1 ? group.map(\.mention) : [single.mention] }
    return best >= single.rank ? group.map(\.mention) : [single.mention]
  }

  private func latestGroupItems(
    document: Int, sentence: Int, reach: Int, size: Int?, fits: (Mention) -> Bool
  ) -> [Item] {
    var passed = 0
    var place: (Int, Int)?
    var index = items.count
    while index > 0 {
      let item = items[index - 1]
      let here = (item.document, item.sentence)
      if place.map({ $0 != here }) ?? true {
        if place != nil || here != (document, sentence) { passed += 1 }
        if passed > reach { return [] }
        place = here
      }
      var start = index
      while start > 0, items[start - 1].document == item.document, items[start - 1].group == item.group { start -= 1 }
      var codes: Set<String> = []
      let members = items[start..<index].filter { item in
        guard fits(item.mention), let code = item.mention.principal?.code else { return false }
        return codes.insert(code).inserted
      }
      if members.count > 1, size == nil || members.count == size { return members }
      index = start
    }
    return []
  }

  /// The actors of the latest sentence that names so many different ones that fit.
  func latestSentence(document: Int, sentence: Int, size: Int, reach: Int = 4, fits: (Mention) -> Bool) -> [Mention] {
    var passed = 0
    var index = items.count
    while index > 0, passed <= reach {
      let last = items[index - 1]
      let here = (last.document, last.sentence)
      var members: [Mention] = []
      while index > 0, items[index - 1].document == here.0, items[index - 1].sentence == here.1 {
        members.insert(items[index - 1].mention, at: 0)
        index -= 1
      }
      if here == (document, sentence) { continue }
      passed += 1
      var codes: Set<String> = []
      let distinct = members.filter { mention in
        guard fits(mention), let code = mention.principal?.code else { return false }
        return codes.insert(code).inserted
      }
      if distinct.count == size { return distinct }
    }
    return []
  }

  /// The states that the article speaks of most, the most mentioned first, of equals the one that was named first.
  func leadingStates(excluding codes: Set<String>) -> [Actor] {
    ranked { !codes.contains($0) }.map(\.actor)
  }

  /// How much the article speaks of each of some states, the most first.
  func weights(of codes: Set<String>) -> [(actor: Actor, weight: Int)] {
    ranked(codes.contains)
  }

  /// The states that the article speaks of with their weights, the most mentioned first.
  func ranked(excluding codes: Set<String>) -> [(actor: Actor, weight: Int)] { ranked { !codes.contains($0) } }

  private func ranked(_ isMeant: (String) -> Bool) -> [(actor: Actor, weight: Int)] {
    states.values.filter { isMeant($0.actor.code) }
      .sorted { ($1.count, $0.first) < ($0.count, $1.first) }.map { ($0.actor, $0.count) }
  }
}
