public import Vocabulary

/// One actor that the registry knows: a state, organization, armed group, company or people.
public struct RegistryEntry: Sendable {
  /// Code, name and kind.
  public let actor: Actor
  /// When it existed.
  public let period: Period
  /// Nouns that stand for it in later mentions: "alliance", "bloc".
  public let nouns: [String]
  /// The part of the world that it belongs to; empty where it belongs to none.
  public let region: String
  /// The code of its home state, for groups and companies; empty where it has none.
  public let country: String
}

/// How a name stands for its actor.
public enum NameForm: Int, Sendable, Comparable {
  /// Its own name: "South Korea", "NATO".
  case name
  /// The adjective of its people: "South Korean".
  case adjective
  /// Its people: "Turks".
  case people
  /// A place, building or body whose name stands for it: "Kremlin", "Security Council".
  case metonym
  /// Its capital: "Seoul".
  case capital
  /// A city or region of a state: "Kharkiv".
  case place

  /// The form that wins where one name could be two actors comes first.
  public static func < (left: NameForm, right: NameForm) -> Bool { left.rawValue < right.rawValue }
}

/// Time between two dates, both included; an end that is missing is open.
public struct Period: Sendable, Hashable {
  /// The first day, as `CalendarDate.earliest` counts.
  let from: Int
  /// The last day, as `CalendarDate.latest` counts.
  let until: Int

  /// All time.
  public static let always = Period(from: Int.min, until: Int.max)

  init(from: Int, until: Int) {
    self.from = from
    self.until = until
  }

  /// The years between the two dates of a table; nil where one is no date or they run backwards.
  init?(from: String, until: String) {
    self.init(from: Array(from.utf8)[...], until: Array(until.utf8)[...])
  }

  /// The same for dates in UTF-8.
  init?(from: ArraySlice<UInt8>, until: ArraySlice<UInt8>) {
    var bounds = (Int.min, Int.max)
    if !from.isEmpty {
      guard let date = CalendarDate(String(decoding: from, as: UTF8.self)) else { return nil }
      bounds.0 = date.earliest
    }
    if !until.isEmpty {
      guard let date = CalendarDate(String(decoding: until, as: UTF8.self)) else { return nil }
      bounds.1 = date.latest
    }
    guard bounds.0 <= bounds.1 else { return nil }
    self.init(from: bounds.0, until: bounds.1)
  }

  /// Whether a date lies inside, give or take some years; true where there is no date.
  public func contains(_ date: CalendarDate?, slackYears: Int = 0) -> Bool {
    guard let date else { return true }
    let slack = slackYears * 10_000
    return (from == Int.min || date.latest >= from - slack) && (until == Int.max || date.earliest <= until + slack)
  }

  /// Whether a date lies inside or so few days behind the end that news still speaks of it as lasting.
  public func contains(_ date: CalendarDate?, graceDays: Int) -> Bool {
    if contains(date) { return true }
    guard let date, until != Int.max, date.earliest > until else { return false }
    func days(_ value: Int) -> Int { value / 10_000 * 372 + value / 100 % 100 * 31 + value % 100 }
    return days(date.earliest) - days(until) <= graceDays
  }

  /// How far a date lies outside, in days as `CalendarDate` counts; 0 inside.
  func distance(to date: CalendarDate) -> Int {
    if from != Int.min, date.latest < from { return from - date.latest }
    if until != Int.max, date.earliest > until { return date.earliest - until }
    return 0
  }

  /// The part that both periods cover; nil where there is none.
  func intersection(_ other: Period) -> Period? {
    let from = max(from, other.from)
    let until = min(until, other.until)
    return from <= until ? Period(from: from, until: until) : nil
  }
}

/// Somebody who held offices, as data/actors/offices.tsv tells.
public struct OfficeHolder: Sendable {
  /// One office with its time.
  public struct Term: Sendable {
    /// "president", "foreign minister".
    public let office: String
    /// The registry's number of the principal.
    public let principal: Int
    /// From when to when.
    public let period: Period
  }
  /// The usual name.
  public let name: String
  /// The offices.
  public internal(set) var terms: [Term]
}
