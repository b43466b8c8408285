import Foundation
public import Vocabulary

/// Chooses, of several places with one name, the one that a text means.
///
///     let chooser = try PlaceChooser(data, gazetteer: gazetteer, registry: registry)
///     chooser.choose(places, named: 10..<15, in: text, countries: [:])  // "… Paris, Texas …": the one in the USA
///
/// In this order: a country or region behind the name ("Paris, Texas", "Homs in northern Syria"); one before it ("the
/// Syrian city of Homs", "Ukraine's Kharkiv"); then population, in which a place counts ten times and more where the
/// article mentions its country. A name that is also a word or a person's name counts only with one of the first two
/// or with a place's word before it ("the city of Nice").
public struct PlaceChooser: Sendable {
  /// How much better the first place must be than one of other countries, in powers of ten.
  static let margin = 0.5
  /// What counts as the population of a region, for which none is told.
  static let regionPopulation = 1_500_000

  let surroundings: PlaceSurroundings
  let words: PlaceWords

  /// Makes a chooser with the words of data/actors/place-words.tsv and the names of place-stopwords.tsv.
  /// - Throws: `DataError` with file and line for a row that does not fit.
  public init(_ data: DataFolder, gazetteer: Gazetteer, registry: ActorRegistry) throws(DataError) {
    words = try PlaceWords(data)
    surroundings = PlaceSurroundings(gazetteer: gazetteer, registry: registry, words: words)
  }

  /// The place that is meant; nil where there are none, where the name more likely means something else, or where
  /// places of several countries are left that are alike.
  ///
  /// Where several places of one country are alike, the country is certain and the region is left empty.
  /// - Parameters:
  ///   - places: What the name can mean.
  ///   - range: Where the name stands in the text.
  ///   - text: The folded text, as `Gazetteer.fold` gives it.
  ///   - countries: How often the article mentions the state of each code.
  public func choose(
    _ places: [Place], named range: Range<Int>, in text: [UInt32], countries: [String: Int]
  ) -> Place? {
    guard !places.isEmpty, range.lowerBound >= 0, range.upperBound <= text.count, !range.isEmpty else { return nil }
    let behind = surroundings.behind(range.upperBound, in: text)
    let matchingBehind = Self.matching(places, behind.areas)
    if !matchingBehind.isEmpty { return best(matchingBehind, countries) }
    let before = surroundings.before(range.lowerBound, in: text)
    let matchingBefore = Self.matching(places, before.areas)
    if !matchingBefore.isEmpty { return best(matchingBefore, countries) }
    // "Paris, Tenn.": a place of that region, but none that is known.
    if behind.isAddress, let region = behind.areas.lazy.compactMap(\.region).first, region.countries.count == 1 {
      return Place(
        name: places[0].name, countries: region.countries, kind: .city, region: region.name, population: 0)
    }
    if words.isStopword(text[range]), !before.hasPlaceWord { return nil }
    return best(places, countries)
  }

  /// The places that lie in one of the areas.
  private static func matching(_ places: [Place], _ areas: [PlaceSurroundings.Area]) -> [Place] {
    let exact = places.filter { place in
      areas.contains { $0.region.map { !place.region.isEmpty && $0.name == place.region } ?? false }
    }
    if !exact.isEmpty { return exact }
    return places.filter { place in
      areas.contains { area in
        guard let region = area.region else { return area.country.map(place.countries.contains) ?? false }
        // A city whose own division is known lies in no other; of the rest the region's country must do.
        return place.region.isEmpty && region != place && !Set(region.countries).isDisjoint(with: place.countries)
      }
    }
  }

  private func best(_ places: [Place], _ countries: [String: Int]) -> Place? {
    let total = max(1, countries.values.reduce(0) { $0 + max(0, $1) })
    let ranked = places.enumerated().map { number, place in
      let mentions = place.countries.reduce(0) { max($0, countries[$1] ?? 0) }
      let people = place.kind == .city ? place.population : Self.regionPopulation
      let share = Double(min(mentions, total)) / Double(total)
      return (score: log10(Double(max(1, people))) + (mentions > 0 ? 1 + 0.3 * share : 0), number: number, place: place)
    }.sorted { ($1.score, $0.number) < ($0.score, $1.number) }
    guard let first = ranked.first else { return nil }
    let near = ranked.dropFirst().prefix { first.score - $0.score < Self.margin }
    if near.contains(where: { $0.place.countries != first.place.countries }) { return nil }
    guard near.contains(where: { $0.place.kind == .city && $0.place.region != first.place.region }),
      first.place.kind == .city
    else { return first.place }
    return Place(
      name: first.place.name, countries: first.place.countries, kind: .city, population: first.place.population)
  }
}
