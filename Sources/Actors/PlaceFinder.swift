import Language
import Vocabulary

/// Finds cities and regions in a document, each as its state: "shelled Kharkiv", "Barcelona police".
struct PlaceFinder {
  let registry: ActorRegistry
  let gazetteer: Gazetteer
  let chooser: PlaceChooser
  /// How often the article names the state of each code.
  let countries: [String: Int]

  /// The places of a document among the words that name nobody yet.
  /// - Parameters:
  ///   - taken: Which tokens belong to names that were found.
  ///   - people: The persons whom the article names in full: "Brown" is no town where Gordon Brown acts.
  func places(in analyzed: AnalyzedDocument, taken: [Bool], people: ArticlePeople) -> [NameSpan] {
    let tokens = analyzed.tokens
    var found: [NameSpan] = []
    var index = 0
    while index < tokens.count {
      guard !taken[index], mayBegin(index, analyzed, people),
        let (length, places) = gazetteer.longest(
          in: analyzed.folded, at: tokens[index].start, isEnd: { analyzed.isTokenEnd($0, from: index) })
      else {
        index += 1
        continue
      }
      let range = analyzed.tokens(from: index, length: length)
      let start = tokens[index].start
      index = range.upperBound
      guard !range.contains(where: { taken[$0] }), !isPerson(range, analyzed),
        let place = chooser.choose(
          places, named: start..<start + length, in: analyzed.folded, countries: countries),
        let code = place.countries.first, place.countries.count == 1, let number = registry.byCode[code]
      else { continue }
      found.append(
        NameSpan(tokens: range, head: analyzed.head(of: range), meaning: .actor(number), form: .place))
    }
    return found
  }

  private func mayBegin(_ index: Int, _ analyzed: AnalyzedDocument, _ people: ArticlePeople) -> Bool {
    let token = analyzed.tokens[index]
    guard token.isCapitalized, token.pos == .properNoun, token.text.count > 2 else { return false }
    // A title or role before the name tells a person's.
    if index > 0, let role = registry.roles[analyzed.tokens[index - 1].lower], role.kind == .person,
      analyzed.tokens[index - 1].isCapitalized
    {
      return false
    }
    if index > 0, registry.titles.contains(analyzed.tokens[index - 1].text) { return false }
    return people.person(word: registry.spellings.key(token.text)) == nil
  }

  /// Whether the recognizer sees a person's name here: of several words, or of one word that does not stand behind a
  /// preposition.
  private func isPerson(_ range: Range<Int>, _ analyzed: AnalyzedDocument) -> Bool {
    analyzed.document.entities.contains { entity in
      guard entity.label == .person || entity.label == .organization, entity.tokens.overlaps(range) else {
        return false
      }
      if entity.tokens.count > range.count { return true }
      guard entity.label == .person else { return false }
      return range.lowerBound == 0 || analyzed.tokens[range.lowerBound - 1].pos != .adposition
    }
  }
}
