import Actors
import Foundation
import Testing
import Vocabulary

/// The project's tables of actors hold together, and mistakes in them are told with file and line.
struct RegistryTests {
  private static let data = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("data")

  @Test func allTablesLoad() throws {
    let registry = try ActorRegistry.load(from: DataFolder(Self.data))
    let states = registry.entries.filter { $0.actor.kind == .state }
    let organizations = registry.entries.filter { $0.actor.kind == .organization }
    #expect(states.count >= 200)
    #expect(organizations.count >= 60)
    #expect(registry.holders.count >= 500)
    for code in ["USA", "RUS", "KOR", "PRK", "TWN", "XKX", "PSE", "ESH", "VAT"] {
      #expect(registry.actor(code: code)?.kind == .state, "\(code)")
    }
  }

  @Test(arguments: [
    ("states.tsv", "ZZZ\tNowhere\t2000\t1990\t\t\t\t\t\tEurope", "'2000' to '1990' is no period"),
    ("states.tsv", "USA\tAgain\t\t\t\t\t\t\t\tEurope", "code 'USA' stands here a second time"),
    ("states.tsv", "ZZZ\tNowhere\t\t\tOld@19x..\t\t\t\t\tEurope", "the years after @"),
    (
      "groups.tsv", "Z\tZ\tclub\t\t\t\t\t\t",
      "'club' is no kind of actor: state, organization, armed group, company or population"
    ),
    ("offices.tsv", "Nobody\tpresident\tQQQ\t2000\t\t", "principal 'QQQ' is in no table of actors"),
    ("offices.tsv", "Nobody\tpresident\tUSA\tearly\t\t", "'early' to '' is no period"),
    ("roles.tsv", "zzz\trobot\tgovernment\tyes\t\t", "'robot' is no kind of role"),
    ("roles.tsv", "zzz\tperson\tgovernment\tmaybe\t\t", "'acts' must be yes or no"),
    ("roles.tsv", "zzz\tperson\tgovernment\tyes\tsometimes\t", "'posted' must be yes or empty"),
    ("descriptions.tsv", "thing\tgadget\t", "'gadget' is no kind of actor"),
  ])
  func mistakesAreTold(file: String, line: String, message: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Self.data.appendingPathComponent("actors"), to: folder.appendingPathComponent("actors"))
    let table = folder.appendingPathComponent("actors/" + file)
    let text = try String(contentsOf: table, encoding: .utf8) + line + "\n"
    try text.write(to: table, atomically: true, encoding: .utf8)
    let number = text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    let error = #expect(throws: DataError.self) { try ActorResolver(data: DataFolder(folder)) }
    #expect(error?.description.hasPrefix("data/actors/\(file):\(number): ") == true, "\(error?.description ?? "")")
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }
}
