import Foundation
import Testing
import Vocabulary

@testable import Actors

/// People find an actor by any of its names, and are told why.
struct DirectoryTests {
  private static let loaded = Result {
    ActorDirectory(
      registry: try ActorRegistry.load(
        from: DataFolder(
          URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("data"))))
  }

  @Test(arguments: [
    ("Kremlin", "2024-01-01", "RUS", NameUse.metonym), ("Kremlin", "1985-01-01", "SUN", .metonym),
    ("russia", "2024-01-01", "RUS", .name), ("Russia", "1985-01-01", "SUN", .alias), ("rok", "2024", "KOR", .alias),
    ("KOR", "2024", "KOR", .code), ("nato", "2024", "NATO", .code), ("Seoul", "2024", "KOR", .capital),
    ("Turks", "2024", "TUR", .people), ("turkiye", "2024", "TUR", .alias), ("South  Korean", "2024", "KOR", .adjective),
    ("jens stoltenberg", "2023", "Jens Stoltenberg", .name), ("Stoltenberg", "2023", "Jens Stoltenberg", .part),
    ("Vladimir Putin", "2023", "Vladimir Putin", .name),
  ])
  func aNameLeadsToItsActor(name: String, date: String, code: String, use: NameUse) throws {
    let match = try #require(try Self.loaded.get().matches(name, at: CalendarDate(date)).first)
    #expect(match.actor.code == code && match.name.use == use && match.isCurrent, "\(match)")
  }

  @Test func aNameOfAnotherTimeComesLater() throws {
    let matches = try Self.loaded.get().matches("Kremlin", at: CalendarDate("2024"))
    #expect(matches.map(\.actor.code) == ["RUS", "SUN"])
    #expect(matches.map(\.isCurrent) == [true, false])
    #expect(try Self.loaded.get().matches("Atlantis", at: nil).isEmpty)
    #expect(try Self.loaded.get().matches("  ", at: nil).isEmpty)
  }

  @Test func aStateHasNamesAndOffices() throws {
    let date = try #require(CalendarDate("2010-06-01"))
    let profile = try #require(try Self.loaded.get().profile(code: "USA", at: date))
    #expect(profile.actor.kind == .state && profile.region == "Americas")
    let president = try #require(profile.offices.first { $0.name == "president" })
    #expect(president.holders.map(\.name) == ["Barack Obama"])
    #expect(president.before >= 3)
    #expect(profile.names.contains { $0.use == .capital && $0.text == "Washington" })
    #expect(!profile.names.contains { $0.text == "USA" || $0.text == "United States" })
    #expect(Set(profile.names).count == profile.names.count)
  }

  @Test func anActorOfThePastIsToldAtItsEnd() throws {
    let date = try #require(CalendarDate("2024"))
    let profile = try #require(try Self.loaded.get().profile(code: "SUN", at: date))
    #expect(profile.date.description == "1991-12-25")
    #expect(profile.offices.contains { $0.holders.contains { $0.name == "Mikhail Gorbachev" } })
  }

  @Test func aPersonHasTerms() throws {
    let directory = try Self.loaded.get()
    let date = try #require(CalendarDate("2023-01-30"))
    let profile = try #require(directory.profile(code: "Jens Stoltenberg", at: date))
    #expect(profile.actor.kind == .person)
    #expect(profile.terms.map(\.principal.code) == ["NOR", "NOR", "NATO", "NOR"])
    #expect(profile.terms.map(\.isCurrent) == [false, false, true, false])
    #expect(profile.actsFor.map(\.code) == ["NATO"])
    let earlier = directory.profile(code: "Jens Stoltenberg", at: try #require(CalendarDate("2012")))
    #expect(earlier?.actsFor.map(\.code) == ["NOR"])
    // Behind the last year at NATO he is a minister at home.
    let later = directory.profile(code: "Jens Stoltenberg", at: try #require(CalendarDate("2025-06-01")))
    #expect(later?.actsFor.map(\.code) == ["NOR"])
    #expect(directory.profile(code: "Nobody Nowhere", at: try #require(CalendarDate("2012"))) == nil)
  }

  @Test(arguments: [
    ("Germny", "Germany"), ("south koria", "South Korea"), ("Stoltenbrg", "Jens Stoltenberg"), ("NAOT", "NATO"),
    ("Türkyie", "Türkiye"), ("Atlantsi", "Atlantis"),
  ])
  func aMisspeltNameGetsSuggestions(name: String, expected: String) throws {
    let suggestions = try Self.loaded.get().suggestions(for: name, among: ["Atlantis"])
    #expect(suggestions.contains(expected), "\(suggestions)")
    #expect(suggestions.count <= 5)
  }

  @Test func nonsenseGetsNone() throws {
    #expect(try Self.loaded.get().suggestions(for: "Qqxyzzyqq").isEmpty)
    #expect(try Self.loaded.get().suggestions(for: "").isEmpty)
  }

  @Test(arguments: [
    ("", "", 0), ("abc", "abc", 0), ("abc", "acb", 1), ("abc", "ab", 1), ("abc", "xbc", 1), ("abc", "abcd", 1),
    ("kitten", "sitting", 3), ("", "abc", 3), ("ca", "abc", 3),
  ])
  func distance(one: String, other: String, expected: Int) {
    let (one, other) = (Folding.fold(one), Folding.fold(other))
    #expect(EditDistance.between(one, other, limit: 9) == expected)
    #expect(EditDistance.between(other, one, limit: 9) == expected)
    if expected > 0 { #expect(EditDistance.between(one, other, limit: expected - 1) == nil) }
  }

  @Test(arguments: [
    ("2014", "2024", "2014 2024"), ("2014-10-01", "2024-10-01", "2014-10 2024-10-01"),
    ("1999-10", "2001-11", "1999-10 2001-11"), ("2012-05-07", "", "2012-05-07 -"), ("", "1991-12-25", "- 1991-12-25"),
    ("2004", "2004-02", "2004 2004-02"),
  ])
  func periodsHaveDates(from: String, until: String, expected: String) throws {
    let period = try #require(Period(from: from, until: until))
    #expect("\(period.firstDate?.description ?? "-") \(period.lastDate?.description ?? "-")" == expected)
  }
}
