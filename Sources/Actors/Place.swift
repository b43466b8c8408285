/// A place that text can name: a city, or a region of one or more countries.
public struct Place: Sendable, Hashable {
  /// What a place is.
  public enum Kind: String, Sendable, CaseIterable {
    /// A city, town or village.
    case city
    /// A state of a federation.
    case state
    /// A province, governorate, department or prefecture.
    case province
    /// An oblast or krai.
    case oblast
    /// A part of a country with a status of its own, or without a division's status.
    case territory
    /// An autonomous republic or region.
    case autonomous
    /// An area without borders of an administration's making: the Sahel of a country, a valley, a coast.
    case area
    /// An island, a group of islands, a reef.
    case island
    /// What several states claim, or hold against the claim of another.
    case disputed
  }

  /// The usual name in English-language newspapers.
  public let name: String
  /// ISO 3166-1 alpha-3 codes of the countries; several only where they dispute or share the place.
  public let countries: [String]
  /// What it is.
  public let kind: Kind
  /// The state or province that the city lies in; empty where it is not told.
  public let region: String
  /// How many people live there; 0 where it is not told.
  public let population: Int

  /// Makes a place.
  public init(name: String, countries: [String], kind: Kind, region: String = "", population: Int = 0) {
    self.name = name
    self.countries = countries
    self.kind = kind
    self.region = region
    self.population = population
  }
}
