public import Vocabulary

/// When an event began, as far as its sentence tells it.
public struct EventDate: Hashable, Sendable {
  /// The first day, month or year: no more precise than the text is. A week begins with its first day, a decade with
  /// its first year.
  public let start: CalendarDate
  /// How exactly the text tells it; never `article`.
  public let precision: DatePrecision

  /// Makes a date of its parts.
  public init(start: CalendarDate, precision: DatePrecision) {
    self.start = start
    self.precision = precision
  }
}
