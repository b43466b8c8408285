import Vocabulary

/// Reads the words before and behind a place's name for the country or region that it lies in.
struct PlaceSurroundings: Sendable {
  /// A country or a region that a word names; exactly one of the two is there.
  struct Area: Sendable {
    var country: String?
    var region: Place?
  }

  /// What stands on one side of a name.
  struct Side {
    var areas: [Area] = []
    /// Whether a comma alone parts one state or province from the name and no "and" follows: "Paris, Texas".
    var isAddress = false
    /// Whether a noun for places leads to the name: "the city of".
    var hasPlaceWord = false
  }

  let gazetteer: Gazetteer
  let registry: ActorRegistry
  let words: PlaceWords

  /// How many words may part the name from its country.
  private static let reach = 7

  // MARK: behind

  /// The country or region that follows: ", Texas", " in northern Syria", ", Lebanon's second city", " (Iraq)".
  func behind(_ end: Int, in text: [UInt32]) -> Side {
    var side = Side()
    var position = end
    var isMarkSeen = false
    var skipped = 0
    while position < text.count, skipped <= Self.reach {
      let mark = text[position]
      if mark == 0x2C || mark == 0x28 {
        if isMarkSeen { return side }
        isMarkSeen = true
        position += 1
        continue
      }
      if mark == 0x20 {
        position += 1
        continue
      }
      guard Folding.isWord(mark), position > end else { return side }
      let (areas, length) = areas(at: position, in: text, adjectives: false)
      if !areas.isEmpty {
        // "Homs, Syria" and "Homs in Syria", but not "Homs Syria".
        guard isMarkSeen || skipped > 0 else { return side }
        side.areas = areas
        side.isAddress =
          isMarkSeen && skipped == 0 && areas.count == 1 && areas.allSatisfy { $0.region?.isDivision == true }
          && !isJoined(position + length, text)
        return side
      }
      let wordEnd = Self.wordEnd(position, in: text)
      guard words.kind(of: text[position..<wordEnd]) != nil else { return side }
      skipped += 1
      position = wordEnd
    }
    return side
  }

  private func isAnd(_ word: ArraySlice<UInt32>) -> Bool { word.elementsEqual([0x61, 0x6E, 0x64]) }

  /// Whether "and", "or" or a possessive follows, so that the region is part of something else.
  private func isJoined(_ position: Int, _ text: [UInt32]) -> Bool {
    guard position < text.count else { return false }
    if text[position] == 0x27 { return true }
    guard text[position] == 0x20, position + 1 < text.count else { return false }
    let word = text[position + 1..<Self.wordEnd(position + 1, in: text)]
    return isAnd(word) || word.elementsEqual([0x6F, 0x72])
  }

  // MARK: before

  /// The country or region that leads to the name: "the Syrian city of", "Ukraine's", "the Texas town of", "Syrian".
  func before(_ start: Int, in text: [UInt32]) -> Side {
    var side = Side()
    var position = start
    var between: [PlaceWords.Kind] = []
    for _ in 0...Self.reach {
      var end = position
      while end > 0, text[end - 1] == 0x20 { end -= 1 }
      // A comma may stand right before the name: "Syria's second city, Aleppo".
      if between.isEmpty, end > 0, text[end - 1] == 0x2C { end -= 1 }
      guard end > 0, end < position else { break }
      let wordStart = Self.wordStart(end, in: text)
      guard wordStart < end else { break }
      let areas = areas(endingAt: end, from: wordStart, in: text)
      if !areas.found.isEmpty {
        let isLinked = between.contains(.place) || areas.isPossessive || areas.isAdjective && between.isEmpty
        // "Iraq in the town of" tells nothing of the town.
        if isLinked, between.last != .link { side.areas = areas.found }
        break
      }
      guard let kind = words.kind(of: text[wordStart..<end]) else { break }
      between.append(kind)
      position = wordStart
    }
    // "city of Nice", "town Nice"; a comma parts what is no apposition.
    side.hasPlaceWord = between.first == .place || between.first == .link && between.dropFirst().first == .place
    return side
  }

  /// The areas whose name or adjective ends here: the longest of those that begin at this or an earlier word.
  private func areas(
    endingAt end: Int, from wordStart: Int, in text: [UInt32]
  ) -> (found: [Area], isPossessive: Bool, isAdjective: Bool) {
    var nameEnd = end
    var isPossessive = false
    if end >= 2, text[end - 2] == 0x27, text[end - 1] == 0x73 {
      nameEnd = end - 2
      isPossessive = true
    } else if text[end - 1] == 0x27 {
      nameEnd = end - 1
      isPossessive = true
    }
    var start = wordStart
    var found: (found: [Area], isPossessive: Bool, isAdjective: Bool) = ([], isPossessive, false)
    for _ in 0..<4 where start < nameEnd {
      let named = areas(at: start, in: text, adjectives: false)
      if named.length == nameEnd - start, !named.areas.isEmpty { found = (named.areas, isPossessive, false) }
      let adjective = areas(at: start, in: text, adjectives: true)
      if adjective.length == nameEnd - start, !adjective.areas.isEmpty {
        // "Texas" is a name and stands like an adjective; "Syrian" is only one.
        found = (found.found + adjective.areas, isPossessive, named.areas.isEmpty)
      }
      guard start > 1, text[start - 1] == 0x20, text[start - 2] != 0x20 else { break }
      let earlier = Self.wordStart(start - 1, in: text)
      guard earlier < start - 1 else { break }
      start = earlier
    }
    return found
  }

  // MARK: names of countries and regions

  /// The countries and regions whose name begins here; only those of the longest.
  private func areas(at start: Int, in text: [UInt32], adjectives: Bool) -> (areas: [Area], length: Int) {
    var areas: [Area] = []
    var length = 0
    let isEnd = { (end: Int) in end == text.count || !Folding.isWord(text[end]) }
    if let (found, names) = registry.names.longest(in: text, at: start, isEnd: isEnd) {
      for name in names where adjectives == (name.form == .adjective) && (adjectives || name.form == .name) {
        guard case .actor(let number) = name.meaning, registry.entries.indices.contains(number) else { continue }
        let actor = registry.entries[number].actor
        guard actor.kind == .state, !areas.contains(where: { $0.country == actor.code }) else { continue }
        areas.append(Area(country: actor.code))
        length = found
      }
    }
    let regions =
      adjectives ? gazetteer.longestAdjective(in: text, at: start) : gazetteer.longestRegion(in: text, at: start)
    if let (found, places) = regions, found >= length {
      if found > length { areas = [] }
      areas += places.map { Area(region: $0) }
      length = found
    }
    return (areas, length)
  }

  // MARK: words

  /// Where the word that begins here ends; hyphens belong to it.
  private static func wordEnd(_ start: Int, in text: [UInt32]) -> Int {
    var end = start
    while end < text.count, Folding.isWord(text[end]) || text[end] == 0x2D { end += 1 }
    return end
  }

  /// Where the word that ends here begins; hyphens, apostrophes and full stops inside belong to it.
  private static func wordStart(_ end: Int, in text: [UInt32]) -> Int {
    var start = end
    while start > 0 {
      let mark = text[start - 1]
      // A full stop belongs to it behind a single letter: "U.S."
      let isInitial =
        mark == 0x2E && start > 1 && Folding.isWord(text[start - 2]) && (start == 2 || !Folding.isWord(text[start - 3]))
      guard Folding.isWord(mark) || mark == 0x2D || mark == 0x27 || isInitial else { break }
      start -= 1
    }
    return start
  }
}

extension Place {
  /// Whether addresses name it behind a city.
  fileprivate var isDivision: Bool { kind == .state || kind == .province || kind == .territory }
}
