import Actors
import Foundation
import Language
import Testing
import Vocabulary

/// Tables are sets of rows: in whatever order these stand, the same words name the same actors.
struct OrderTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Phenomena")
  /// Texts of the folder Phenomena, parsed once.
  private static let articles = Result {
    try PhenomenaTests.files.flatMap { file in
      try MarkedCase.read(folder.appendingPathComponent(file)).prefix(1).map {
        (file: file, date: $0.date, documents: try Resolution.parse($0.paragraphs, date: $0.date))
      }
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func rowsMayStandInAnyOrder(seed: UInt64) throws {
    let usual = try Resolution.resolver.get()
    let shuffled = try withScratch { folder in
      try Self.shuffle(into: folder, seed: seed)
      return try ActorResolver(data: DataFolder(folder))
    }
    #expect(Set(shuffled.registry.entries.map(\.actor)) == Set(usual.registry.entries.map(\.actor)))
    #expect(shuffled.registry.entries.map(\.actor) != usual.registry.entries.map(\.actor))
    for article in try Self.articles.get() {
      let date = CalendarDate(article.date)
      let expected = Resolution.lines(usual.resolve(article.documents, date: date))
      let found = Resolution.lines(shuffled.resolve(article.documents, date: date))
      #expect(found == expected, "\(article.file), seed \(seed)")
    }
  }

  @Test func thereAreArticles() throws {
    #expect(try Self.articles.get().count > 12)
  }

  /// Copies the tables of actors, the rows of each in another order.
  private static func shuffle(into folder: URL, seed: UInt64) throws {
    let from = Resolution.data.url.appendingPathComponent("actors")
    let into = folder.appendingPathComponent("actors")
    try FileManager.default.createDirectory(at: into, withIntermediateDirectories: true)
    var dice = Dice(seed: seed)
    for file in try FileManager.default.contentsOfDirectory(atPath: from.path).sorted() where file.hasSuffix(".tsv") {
      let newline = UInt8(ascii: "\n")
      let lines = try Data(contentsOf: from.appendingPathComponent(file)).split(separator: newline)
        .filter { $0.first != UInt8(ascii: "#") }
      var rows = Array(lines.dropFirst())
      if file == "ambiguities.tsv" {
        // The first row of a name is what it means where nothing decides: the rows of a name stay in their order.
        let name = { (row: Data) in row.prefix { $0 != UInt8(ascii: "\t") } }
        let groups = Dictionary(grouping: rows, by: name)
        let names = groups.keys.sorted { $0.lexicographicallyPrecedes($1) }.shuffled(using: &dice)
        rows = names.flatMap { groups[$0] ?? [] }
      } else {
        rows.shuffle(using: &dice)
      }
      let table = Data((lines.prefix(1) + rows).map { $0 + [newline] }.joined())
      try table.write(to: into.appendingPathComponent(file))
    }
  }
}
