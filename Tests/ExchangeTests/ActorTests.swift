import Foundation
import Testing
import Vocabulary

@testable import Exchange

/// Profiles and lists of actors read well, and as JSON they are JSON.
@Suite struct ActorTests {
  private static let urania = Actor(code: "URA", name: "Urania", kind: .state)
  private static let league = Actor(code: "League", name: "League", kind: .organization)

  private static let profile = ActorProfile(
    actor: urania, match: NameMatch(KnownName(text: "Old Fort", use: .metonym)), region: "Europe",
    from: CalendarDate("1991-12-26"),
    names: [
      KnownName(text: "Republic of Urania", use: .alias),
      KnownName(text: "Upper Urania", use: .alias, until: CalendarDate("1998")),
      KnownName(text: "Uranian", use: .adjective),
      KnownName(text: "Musk", use: .byHand),
    ],
    date: date("2024-10-28"),
    offices: [
      .init(
        name: "president", holders: [.init(name: "Ada Quill", from: CalendarDate("2012-05-07"), until: nil)], before: 3)
    ],
    merged: [Actor(code: "URX", name: "Nether Urania", kind: .state)],
    others: [.init(actor: league, match: NameMatch(KnownName(text: "Old Fort", use: .capital)))],
    standing: ActorStanding(
      eventsAsSource: 3, eventsAsTarget: 1, first: CalendarDate("2022-01-03"), last: CalendarDate("2023-05-06"),
      partners: [.init(actor: league, types: [.request: 1, .consult: 2, .assault: 1])],
      balance: [
        .init(period: "2022", quads: [.verbalCooperation: 2, .materialConflict: 1], intensity: -1.26),
        .init(period: "2023", quads: [.verbalConflict: 1], intensity: 0),
      ]))

  /// A date that the calendar has.
  private static func date(_ text: String) -> CalendarDate { CalendarDate(text) ?? .today }

  @Test func profileReadsWell() {
    #expect(
      ActorText.text(Self.profile, width: 100) == """
        Urania  URA  state, Europe, since 1991-12-26
          'Old Fort' is a metonym of Urania
          also: League, 'Old Fort' is the capital of League

        Names
          names       Republic of Urania, Upper Urania (until 1998)
          adjectives  Uranian
          by hand     Musk
          merged      Nether Urania (URX)

        Offices on 2024-10-28
          office     holder     time              known before
          president  Ada Quill  since 2012-05-07             3

        In the graph: actual events with others
          3 as source, 1 as target; 2022-01-03 to 2023-05-06

        Partners
          partner  events  types
          League        4  CONSULT 2, REQUEST 1, ASSAULT 1

        Balance
          time  events  verbal +  material +  verbal -  material -  mean     conflict - │ + cooperation
          2022       3         2           0         0           1  -1.3          ▒▒▒▒▒▒│████████████
          2023       1         0           0         1           0   0.0          ▒▒▒▒▒▒│

        """)
  }

  @Test func longListsAreBroken() {
    var profile = Self.profile
    profile.names = (0..<30).map { KnownName(text: "Name number \($0)", use: .alias) }
    for width in [60, 80, 120] {
      let lines = ActorText.text(profile, width: width).split(separator: "\n")
      let names = lines.filter { $0.contains("Name number") }
      #expect(names.count > 1 && names.allSatisfy { $0.count <= width })
      #expect(names.joined(separator: " ").split(separator: ",").count == 30)
    }
  }

  @Test func aPersonsTermsReadWell() {
    let person = ActorProfile(
      actor: Actor(code: "Ada Quill", name: "Ada Quill", kind: .person),
      match: NameMatch(KnownName(text: "Ada Quill", use: .part)), date: Self.date("2023"),
      terms: [
        .init(office: "speaker", principal: Self.league, from: CalendarDate("2020"), until: nil, isCurrent: true)
      ],
      actsFor: [Self.league])
    #expect(
      ActorText.text(person) == """
        Ada Quill  person
          the name is a part of 'Ada Quill'

        Offices held
          office   of      time
          speaker  League  since 2020
          acts for League on 2023

        """)
  }

  @Test(arguments: [
    (NameUse.code, "'N' is the code of Urania"), (.name, "'N' is the usual name"),
    (.alias, "'N' is another name of Urania"), (.byHand, "'N' is a name of Urania, added by hand"),
    (.people, "'N' names the people of Urania"), (.capital, "'N' is the capital of Urania"),
    (.merged, "'N' is merged into Urania"),
  ])
  func reasons(use: NameUse, expected: String) {
    #expect(ActorText.reason(NameMatch(KnownName(text: "N", use: use)), of: Self.urania) == expected)
  }

  @Test func mergedNamesTellTheirBearer() {
    let match = NameMatch(KnownName(text: "Nether", use: .merged), bearer: Self.league)
    #expect(ActorText.reason(match, of: Self.urania) == "'Nether' is a name of League, which is merged into Urania")
  }

  @Test(arguments: [(0, 0), (0, 1), (1, 0), (5, 5), (1, 1000), (1000, 1)])
  func barsHaveOneMiddle(conflict: Int, cooperation: Int) {
    let part = ActorStanding.Balance(
      period: "2023", quads: [.verbalConflict: conflict, .materialCooperation: cooperation], intensity: 0)
    let bar = StandingText.bar(part, most: max(1, conflict, cooperation))
    #expect(bar.prefix { $0 != "│" }.count == 14)
    #expect(bar.contains("▒") == (conflict > 0) && bar.contains("█") == (cooperation > 0))
    #expect(bar.count <= 27)
  }

  @Test(arguments: [(1.26, "+1.3"), (-0.04, "0.0"), (0, "0.0"), (-10, "-10.0"), (-0.15, "-0.2")])
  func signs(value: Double, expected: String) {
    #expect(StandingText.signed(value) == expected)
  }

  @Test func jsonHasAllThatIsKnown() throws {
    var bytes: [UInt8] = []
    ActorProfileJSON.append(Self.profile, to: &bytes)
    #expect(bytes.filter { $0 == UInt8(ascii: "\n") }.count == 1)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
    #expect((object["matched"] as? [String: Any])?["use"] as? String == "metonym")
    #expect((object["names"] as? [Any])?.count == 4)
    let graph = try #require(object["graph"] as? [String: Any])
    let partner = try #require((graph["partners"] as? [[String: Any]])?.first)
    #expect(partner["types"] as? [String: Int] == ["REQUEST": 1, "CONSULT": 2, "ASSAULT": 1])
    let balance = try #require((graph["balance"] as? [[String: Any]])?.first)
    #expect(balance["verbal_cooperation"] as? Int == 2 && balance["material_conflict"] as? Int == 1)
  }

  @Test func listsOfActorsAndMerges() {
    let summary = ActorSummary(actor: Self.urania, eventsAsSource: 3, eventsAsTarget: 1)
    let merge = ActorMerge(
      number: 1, merged: Self.urania, target: Self.league, shownAs: "League", date: "2024-05-06",
      note: "so, \"decided\"")
    let lines = Output.bytes { bytes in
      ActorSummaries.appendJSON(summary, to: &bytes)
      ActorSummaries.appendCSV(summary, to: &bytes)
      ActorMerges.appendJSON(merge, to: &bytes)
      ActorMerges.appendCSV(merge, to: &bytes)
    }
    #expect(
      String(decoding: lines, as: UTF8.self) == #"""
        {"code":"URA","name":"Urania","kind":"state","events_as_source":3,"events_as_target":1}
        URA,Urania,state,3,1\#r
        {"number":1,"date":"2024-05-06","actor":{"code":"URA","name":"Urania","kind":"state"},"into":{"code":"League","name":"League","kind":"organization"},"shown_as":"League","note":"so, \"decided\""}
        1,2024-05-06,URA,Urania,League,League,League,"so, ""decided"""\#r

        """#)
    #expect(
      ActorMerges.table([merge]) == """
        no  date        actor         into    shown as  note
         1  2024-05-06  Urania (URA)  League  League    so, "decided"

        """)
    #expect(ActorSummaries.table([summary]).hasSuffix("URA   Urania  state          3          1\n"))
  }
}
