import Foundation

extension CalendarDate {
  /// The day that the machine's calendar shows, in its time zone.
  public static var today: CalendarDate {
    let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
    return CalendarDate(valid: parts.year ?? 1970, parts.month ?? 1, parts.day ?? 1)
  }

  /// A day that a calendar gave.
  private init(valid year: Int, _ month: Int, _ day: Int) {
    self.year = year
    self.month = month
    self.day = day
  }
}
