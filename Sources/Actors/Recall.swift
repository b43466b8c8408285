import Vocabulary

/// The mentions of an article in the order of its text, for what takes up something named before.
struct Recall {
  /// A mention with what counts for taking it up again.
  struct Item {
    let mention: Mention
    let document: Int
    let sentence: Int
    let isSubject: Bool
    /// The verb or noun on which the mention depends, in its document.
    let governor: Int
  }

  private(set) var items: [Item] = []

  mutating func append(_ item: Item) { items.append(item) }

  /// The latest mention that fits: subjects of a sentence before its other mentions, sentences from the latest back.
  /// - Parameters:
  ///   - document: Where the pronoun or description stands.
  ///   - sentence: Its sentence.
  ///   - governor: On what it depends: what depends on the same verb is somebody else.
  ///   - reach: How many sentences back to look, over the borders of paragraphs.
  ///   - fits: Whether a mention can be meant.
  func latest(
    document: Int, sentence: Int, governor: Int?, reach: Int = 3, preferSubject: Bool = true,
    fits: (Mention) -> Bool
  ) -> Mention? {
    var best: (item: Item, subject: Bool)?
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
      guard fits(item.mention) else { continue }
      let subject = preferSubject && item.isSubject
      if best == nil || (subject && best?.subject == false) { best = (item, subject) }
      if !preferSubject { break }
    }
    return best?.item.mention
  }
}
