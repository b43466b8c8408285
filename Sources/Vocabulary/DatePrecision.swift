/// How exactly a date tells when an event was, and whether the event's own words tell it.
public enum DatePrecision: String, Hashable, Sendable, Codable, CaseIterable {
  /// The text gives the day.
  case day
  /// The text gives the week; the date is its first day.
  case week
  /// The text gives the month.
  case month
  /// The text gives the year.
  case year
  /// The text gives the decade; the date is its first year.
  case decade
  /// The text gives no date of the event: the date is the article's.
  case article
}
