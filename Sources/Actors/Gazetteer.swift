public import Vocabulary

/// The places that the project knows by name: cities of 15,000 people and more, and regions in the news.
///
///     let gazetteer = try Gazetteer(data)
///     gazetteer.places(named: "Kharkiv")  // one city, UKR
///     gazetteer.places(named: "Tripoli")  // Libya's, then Lebanon's
///
/// It tells what a name can mean; which of the places a text means is `PlaceChooser`'s question. Case counts, accents
/// don't.
public struct Gazetteer: Sendable {
  let cities: PlaceTable
  let regions: PlaceTable

  /// Loads data/actors/cities.tsv and regions.tsv. One pass over the bytes, some milliseconds; whether the cells make
  /// sense, `findings(in:)` checks.
  /// - Throws: `DataError` where a file is missing, or its header or the number of cells of a row does not fit.
  public init(_ data: DataFolder) throws(DataError) {
    cities = try Self.load(data, Self.cityLayout)
    regions = try Self.load(data, Self.regionLayout)
  }

  /// The places of this name, the most populous first, then regions.
  public func places(named name: String) -> [Place] { places(named: Folding.fold(name)[...]) }

  /// The regions with this adjective: "Texan".
  public func places(adjective: String) -> [Place] {
    let folded = Folding.fold(adjective)
    return regions(folded[...], form: .adjective)
  }

  /// A text as the look-ups want it: its scalars, without accents, one for one.
  public static func fold(_ text: String) -> [UInt32] { Folding.fold(text) }

  /// The longest name that begins at a place of a text, with all places that bear it.
  ///
  /// O(length of the longest name). Only letters and digits that end where a word ends make a name.
  /// - Parameters:
  ///   - text: The folded text.
  ///   - start: Where the name must begin.
  ///   - isEnd: Whether a name may end before this offset.
  public func longest(
    in text: [UInt32], at start: Int, isEnd: (Int) -> Bool
  ) -> (length: Int, places: [Place])? {
    longest(in: text, at: start, isEnd: isEnd) { places(named: $0, hash: $1) }
  }

  /// The same for the adjectives of regions.
  func longestAdjective(in text: [UInt32], at start: Int) -> (length: Int, places: [Place])? {
    longest(in: text, at: start, isEnd: { _ in true }, find: { regions($0, hash: $1, form: .adjective) })
  }

  /// The same for names and abbreviations of regions: "Texas", "Tex.".
  func longestRegion(in text: [UInt32], at start: Int) -> (length: Int, places: [Place])? {
    longest(in: text, at: start, isEnd: { _ in true }) {
      let named = regions($0, hash: $1, form: .name)
      return named.isEmpty ? regions($0, hash: $1, form: .abbreviation) : named
    }
  }

  private func longest(
    in text: [UInt32], at start: Int, isEnd: (Int) -> Bool, find: (ArraySlice<UInt32>, UInt32) -> [Place]
  ) -> (length: Int, places: [Place])? {
    guard text.indices.contains(start) else { return nil }
    var hash = PlaceHash()
    var ends: [(end: Int, hash: UInt32)] = []
    let limit = min(text.count - start, max(cities.longest, regions.longest)) + start
    for end in start..<limit {
      hash.add(text[end])
      if end + 1 == text.count || !Folding.isWord(text[end + 1]) { ends.append((end + 1, hash.value)) }
    }
    for (end, hash) in ends.reversed() {
      let found = find(text[start..<end], hash)
      if !found.isEmpty, isEnd(end) { return (end - start, found) }
    }
    return nil
  }

  private func places(named name: ArraySlice<UInt32>) -> [Place] {
    var hash = PlaceHash()
    for scalar in name { hash.add(scalar) }
    return places(named: name, hash: hash.value)
  }

  private func places(named name: ArraySlice<UInt32>, hash: UInt32) -> [Place] {
    let found = cities.rows(hash: hash, text: name, form: .name).compactMap(city)
    let regions = regions(name, hash: hash, form: .name)
    guard found.count > 1 else { return found + regions }
    // Of equal ones the first of the table comes first.
    let order = found.indices.sorted { (found[$1].population, $0) < (found[$0].population, $1) }
    return order.map { found[$0] } + regions
  }

  private func regions(_ name: ArraySlice<UInt32>, form: PlaceTable.Form) -> [Place] {
    var hash = PlaceHash()
    for scalar in name { hash.add(scalar) }
    return regions(name, hash: hash.value, form: form)
  }

  private func regions(_ name: ArraySlice<UInt32>, hash: UInt32, form: PlaceTable.Form) -> [Place] {
    regions.rows(hash: hash, text: name, form: form).compactMap(region)
  }
}
