import Actors
import Foundation
import Testing
import Vocabulary

/// Places are found by the names that newspapers print, and mistakes in their tables are told with file and line.
struct GazetteerTests {
  static let data = DataFolder(
    URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()
      .appendingPathComponent("data"))
  static let gazetteer = Result { try Gazetteer(data) }

  @Test(arguments: [
    ("Kharkiv", "UKR"), ("Kharkov", "UKR"), ("Kiev", "UKR"), ("Rangoon", "MMR"), ("Bombay", "IND"), ("Aleppo", "SYR"),
    ("Hodeidah", "YEM"), ("Benghazi", "LBY"), ("Goma", "COD"), ("Dammam", "SAU"), ("Khan Younis", "PSE"),
    ("Pristina", "XKX"), ("Zürich", "CHE"), ("Zurich", "CHE"), ("São Paulo", "BRA"), ("Sao Paulo", "BRA"),
    ("Xi’an", "CHN"), ("Xi'an", "CHN"), ("Saint-Denis", "FRA"), ("Chechnya", "RUS"), ("Kurdistan Region", "IRQ"),
    ("Gaza Strip", "PSE"), ("Tigray", "ETH"), ("Xinjiang", "CHN"), ("Rakhine", "MMR"), ("Bavaria", "DEU"),
  ])
  func namesOfNewspapersAreKnown(name: String, country: String) throws {
    let places = try Self.gazetteer.get().places(named: name)
    #expect(places.first?.countries == [country], "\(places)")
  }

  @Test func theMostPopulousComesFirst() throws {
    let places = try Self.gazetteer.get().places(named: "Tripoli")
    #expect(places.prefix(2).map(\.countries) == [["LBY"], ["LBN"]])
    #expect(places.allSatisfy { $0.population > 0 })
  }

  @Test func stateOfAnAmericanCityIsTold() throws {
    let places = try Self.gazetteer.get().places(named: "Springfield")
    #expect(places.contains { $0.region == "Illinois" && $0.countries == ["USA"] })
    #expect(places.contains { $0.region == "Missouri" })
  }

  @Test func disputedRegionsHaveAllClaimants() throws {
    let gazetteer = try Self.gazetteer.get()
    #expect(gazetteer.places(named: "Kashmir").first?.countries == ["IND", "PAK"])
    #expect(gazetteer.places(named: "Kashmir").first?.kind == .disputed)
    #expect(gazetteer.places(named: "Dokdo").first?.name == "Liancourt Rocks")
  }

  @Test func adjectivesAndAbbreviationsAreNoNames() throws {
    let gazetteer = try Self.gazetteer.get()
    #expect(gazetteer.places(named: "Texan").isEmpty)
    #expect(gazetteer.places(adjective: "Texan").map(\.name) == ["Texas"])
    #expect(gazetteer.places(named: "Calif.").isEmpty)
    #expect(gazetteer.places(named: "kharkiv").isEmpty)
    #expect(gazetteer.places(named: "").isEmpty)
  }

  @Test func theLongestNameWins() throws {
    let text = Gazetteer.fold("from Santiago de Cuba to Santiago’s port")
    let found = try #require(try Self.gazetteer.get().longest(in: text, at: 5) { _ in true })
    #expect(found.length == "Santiago de Cuba".count)
    #expect(found.places.map(\.countries) == [["CUB"]])
    let second = try #require(try Self.gazetteer.get().longest(in: text, at: 25) { _ in true })
    #expect(second.length == "Santiago".count)
    // A name ends where a word ends, and where the caller allows.
    #expect(try Self.gazetteer.get().longest(in: Gazetteer.fold("Kyivan"), at: 0) { _ in true } == nil)
    #expect(try Self.gazetteer.get().longest(in: text, at: 5) { $0 == 13 }?.length == 8)
    for place in [-1, text.count, text.count + 1] {
      #expect(try Self.gazetteer.get().longest(in: text, at: place) { _ in true } == nil)
    }
  }

  @Test func tablesOfTheProjectAreClean() {
    let findings = Gazetteer.findings(in: Self.data)
    #expect(findings.isEmpty, "\(findings.prefix(20).map(\.description).joined(separator: "\n"))")
  }

  @Test(arguments: [
    ("cities.tsv", "Nowhere\tQQQ\t\t1\t", "country 'QQQ' is not in states.tsv"),
    ("cities.tsv", "Nowhere\tUSA\t\tmany\t", "population 'many' is no number"),
    ("cities.tsv", "Paris\tFRA\t\t1\t", "'Paris' stands here a second time"),
    ("cities.tsv", "Nowhere \tUSA\t\t1\t", "white space at the edge of 'Nowhere '"),
    ("cities.tsv", "Nowhere\tUSA\t\t1\tA|A", "'A' stands in this row a second time"),
    ("regions.tsv", "Nowhere\tUSA\tswamp\t\t\t", "'swamp' is no kind of region"),
    ("regions.tsv", "Nowhere\tUSA|QQQ\tstate\t\t\t", "country 'QQQ' is not in states.tsv"),
    ("place-stopwords.tsv", "Qqqq\tword", "'Qqqq' is no place"),
    ("place-words.tsv", "qqq\tverb", "'verb' is no kind of word"),
    ("city-names.tsv", "Qqqq\tUSA\t\t", "'Qqqq' is not in cities.tsv; run scripts/make-places"),
  ])
  func mistakesAreTold(file: String, line: String, message: String) throws {
    let (folder, number) = try Self.copy(adding: line, to: file)
    defer { try? FileManager.default.removeItem(at: folder.url) }
    let findings = Gazetteer.findings(in: folder).map(\.description)
    #expect(findings.contains("data/actors/\(file):\(number): \(message)"), "\(findings)")
  }

  @Test(arguments: ["cities.tsv", "regions.tsv"])
  func rowWithTooFewCellsFailsToLoad(file: String) throws {
    let (folder, number) = try Self.copy(adding: "Nowhere\tUSA", to: file)
    defer { try? FileManager.default.removeItem(at: folder.url) }
    let error = #expect(throws: DataError.self) { try Gazetteer(folder) }
    #expect(
      error?.description.hasPrefix("data/actors/\(file):\(number): 2 cells") == true, "\(error?.description ?? "")")
  }

  @Test func missingTableFailsToLoad() {
    let error = #expect(throws: DataError.self) {
      try Gazetteer(DataFolder(URL(fileURLWithPath: "/nonexistent")))
    }
    #expect(error?.description == "data/actors/cities.tsv: can't be read; is it there?")
  }

  @Test func randomTablesNeverCrash() throws {
    var random = SystemRandomNumberGenerator()
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(
      at: folder.appendingPathComponent("actors"), withIntermediateDirectories: true)
    try Data("name\tcountry\tkind\taliases\tadjectives\tabbreviations\n".utf8)
      .write(to: folder.appendingPathComponent("actors/regions.tsv"))
    let likely = [UInt8]("\t\n|#Aé ".utf8)
    for round in 0..<300 {
      var bytes = round % 3 == 0 ? [] : [UInt8]("name\tcountry\tregion\tpopulation\taliases\n".utf8)
      for _ in 0..<Int.random(in: 0..<60, using: &random) {
        if round % 2 == 0 {
          bytes.append(UInt8.random(in: 0...255, using: &random))
        } else {
          bytes += [0x41, 9, 0x42, 9, 9, 0x31, 9, likely.randomElement(using: &random) ?? 0, 0xF0, 0x9F, 10]
        }
      }
      try Data(bytes).write(to: folder.appendingPathComponent("actors/cities.tsv"))
      guard let gazetteer = try? Gazetteer(DataFolder(folder)) else { continue }
      let text = String(decoding: bytes, as: UTF8.self).unicodeScalars.map(\.value)
      for start in text.indices { _ = gazetteer.longest(in: text, at: start) { _ in true } }
      _ = gazetteer.places(named: "A")
    }
  }

  /// A copy of data/actors with a line more in one of its tables, and that line's number.
  private static func copy(adding line: String, to file: String) throws -> (DataFolder, Int) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: data.url.appendingPathComponent("actors"), to: folder.appendingPathComponent("actors"))
    let table = folder.appendingPathComponent("actors/" + file)
    var bytes = try Data(contentsOf: table)
    bytes.append(contentsOf: Array((line + "\n").utf8))
    try bytes.write(to: table)
    return (DataFolder(folder), bytes.count { $0 == 10 })
  }
}
