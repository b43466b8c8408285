import Actors
import Testing
import Vocabulary

/// Of several places with one name the text's own words choose, then the article's countries, then population.
struct PlaceChooserTests {
  private struct Setup: Sendable {
    let gazetteer: Gazetteer
    let chooser: PlaceChooser

    init() throws {
      gazetteer = try GazetteerTests.gazetteer.get()
      chooser = try PlaceChooser(
        GazetteerTests.data, gazetteer: gazetteer, registry: ActorRegistry.load(from: GazetteerTests.data))
    }
  }
  private static let setup = Result { try Setup() }

  /// The place that a name between brackets means: "a town near [Paris], Texas".
  private static func choose(_ marked: String, _ countries: [String: Int] = [:]) throws -> Place? {
    let setup = try setup.get()
    let parts = marked.split(separator: "[", omittingEmptySubsequences: false)
    let rest = try #require(parts.last).split(separator: "]", omittingEmptySubsequences: false)
    let name = String(try #require(rest.first))
    let start = try #require(parts.first).unicodeScalars.count
    let text = Gazetteer.fold(marked.filter { $0 != "[" && $0 != "]" })
    return setup.chooser.choose(
      setup.gazetteer.places(named: name), named: start..<start + name.unicodeScalars.count, in: text,
      countries: countries)
  }

  @Test(arguments: [
    ("a rally in [Paris], Texas, on Monday", "USA", "Texas"),
    ("a rally in [Paris] on Monday", "FRA", ""),
    ("police in [Paris], Tenn., said", "USA", "Tennessee"),
    ("a plant in [London], Ontario", "CAN", "Ontario"),
    ("a plant in [London], Ont.", "CAN", "Ontario"),
    ("a court in [Springfield], Ill., ruled", "USA", "Illinois"),
    ("clashes in [Tripoli], Lebanon, left two dead", "LBN", ""),
    ("clashes in [Tripoli] in northern Lebanon", "LBN", ""),
    ("clashes in [Tripoli], a city in northern Lebanon", "LBN", ""),
    ("clashes in [Tripoli] (Lebanon)", "LBN", ""),
    ("clashes in [Tripoli], Lebanon's second-largest city", "LBN", ""),
    ("clashes in [Athens], Georgia", "USA", "Georgia"),
  ])
  func whatFollowsDecides(text: String, country: String, region: String) throws {
    let place = try Self.choose(text)
    #expect(place?.countries == [country])
    #expect(place?.region == region)
  }

  @Test(arguments: [
    ("the Lebanese city of [Tripoli] was calm", "LBN"), ("Lebanon's [Tripoli] was calm", "LBN"),
    ("Lebanon's northern city of [Tripoli] was calm", "LBN"), ("Lebanon's second city, [Tripoli], was calm", "LBN"),
    ("the Lebanese port city [Tripoli]", "LBN"), ("the Texan town of [Paris]", "USA"),
    ("the Texas town of [Paris]", "USA"), ("the Syrian city of [Homs]", "SYR"), ("the U.S. city of [San Jose]", "USA"),
    ("the besieged Syrian city of [Homs]", "SYR"), ("the Pakistani city of [Hyderabad]", "PAK"),
    ("South Africa's [Newcastle]", "ZAF"), ("in Pakistani [Punjab]", "PAK"),
  ])
  func whatLeadsToItDecides(text: String, country: String) throws {
    #expect(try Self.choose(text)?.countries == [country])
  }

  @Test func countriesOfTheArticleDecide() throws {
    #expect(try Self.choose("in [San José] on Monday", ["CRI": 3])?.countries == ["CRI"])
    #expect(try Self.choose("in [San José] on Monday", ["USA": 3])?.countries == ["USA"])
    #expect(try Self.choose("in [San José] on Monday") == nil)
    #expect(try Self.choose("in [Valencia] on Monday") == nil)
    #expect(try Self.choose("in [Valencia] on Monday", ["ESP": 1])?.countries == ["ESP"])
    #expect(try Self.choose("in [Punjab] on Monday") == nil)
  }

  @Test func greatCityStaysWhatItIs() throws {
    #expect(try Self.choose("in [Paris] on Monday", ["USA": 9])?.countries == ["FRA"])
    #expect(try Self.choose("talks in [London], Scotland and Wales")?.countries == ["GBR"])
    #expect(try Self.choose("In [Paris], Georgia said it would join")?.countries == ["FRA"])
    #expect(try Self.choose("from [Moscow], Ukraine and NATO")?.countries == ["RUS"])
    #expect(try Self.choose("fled Syria in the city of [Kharkiv]")?.countries == ["UKR"])
  }

  @Test func regionOfLikeCitiesOfOneCountryIsNotTold() throws {
    let place = try Self.choose("a court in [Springfield] ruled")
    #expect(place?.countries == ["USA"])
    #expect(place?.region == "")
  }

  @Test(arguments: [
    "Of", "Nice", "Split", "Reading", "Mobile", "Bath", "Victoria", "Santiago", "Man", "Jordan", "Orange", "Sale",
    "Most",
    "Police", "March", "Of",
  ])
  func namesThatAreWordsNeedSupport(name: String) throws {
    let countries = ["FRA": 5, "USA": 5, "GBR": 5]
    #expect(try Self.choose("[\(name)] was there", countries) == nil)
    #expect(try Self.choose("they saw [\(name)], who left", countries) == nil)
  }

  @Test(arguments: [
    ("an attack in [Nice], France", "FRA"), ("the French city of [Nice]", "FRA"),
    ("in the city of [Nice] on Monday", "FRA"),
    ("in [Mobile], Ala.", "USA"), ("the Croatian port of [Split]", "HRV"), ("in [Police], Poland", "POL"),
    ("in [Man], in western Ivory Coast", "CIV"), ("in [Santiago], Chile", "CHL"),
  ])
  func namesThatAreWordsCountWithSupport(text: String, country: String) throws {
    #expect(try Self.choose(text)?.countries == [country])
  }

  @Test func wrongRangesChooseNothing() throws {
    let setup = try Self.setup.get()
    let places = setup.gazetteer.places(named: "Paris")
    let text = Gazetteer.fold("Paris")
    for range in [0..<0, 0..<9, -1..<3] {
      #expect(setup.chooser.choose(places, named: range, in: text, countries: [:]) == nil)
    }
    #expect(setup.chooser.choose([], named: 0..<5, in: text, countries: [:]) == nil)
  }

  @Test func anyTextIsSurvived() throws {
    let setup = try Self.setup.get()
    let places = setup.gazetteer.places(named: "Paris")
    let pieces = [
      "Syria", "'s", " ", ",", ".", "(", "Texas", "city", "of", "U.S.", "northern", "-", "\u{0}", "é", "Syrian",
    ]
    for _ in 0..<2000 {
      let text = (0..<Int.random(in: 1..<12)).map { _ in pieces.randomElement() ?? "" }.joined()
      let folded = Gazetteer.fold(text)
      let start = Int.random(in: 0..<folded.count)
      _ = setup.chooser.choose(places, named: start..<folded.count, in: folded, countries: [:])
      _ = setup.chooser.choose(places, named: start..<start + 1, in: folded, countries: ["USA": -1])
    }
  }
}
