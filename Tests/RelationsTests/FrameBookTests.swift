import Foundation
import Relations
import Testing
import Vocabulary

/// The project's tables of relations hold together, and mistakes in them are told with file and line.
struct FrameBookTests {
  private static let data = URL(fileURLWithPath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("data")

  @Test func allTablesLoad() throws {
    let book = try FrameBook(DataFolder(Self.data))
    #expect(book.count > 1000)
    #expect(book.ontology.intensity(of: .assault, cameo: nil) < -5)
  }

  @Test(arguments: [
    ("verbs.tsv", "x\t\tobj\tNONSENSE\t\t\t", "'NONSENSE' is no type"),
    ("verbs.tsv", "x\t@nothing\tobj\tAID\t\t\t", "there is no class @nothing"),
    ("verbs.tsv", "x\t\tobj\tAID\t99999\t\t", "'99999' is not in cameo.tsv"),
    ("verbs.tsv", "x\t\tobj\tAID\t\tmaybe:subj\t", "'maybe:subj' is no complement"),
    ("verbs.tsv", "x\t\tobj\tAID\t\t\tshiny", "'shiny' is no flag"),
    ("verbs.tsv", "x\t\tobj\tAID", "4 cells, but the header has 7"),
    ("verbs.tsv", " x\t\tobj\tAID\t\t\t", "white space at the edge"),
    ("classes.tsv", "arms\tsword", "class 'arms' stands here a second time"),
    ("judgements.tsv", "odd\tneutral", "'neutral' must be positive or negative"),
    ("types.tsv", "AID\tverbal conflict\t07\t1\tx", "AID is material cooperation"),
    ("cameo.tsv", "9\tmuch\tAID\tx", "'much' is no intensity"),
  ])
  func mistakesAreTold(file: String, line: String, message: String) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try FileManager.default.copyItem(
      at: Self.data.appendingPathComponent("relations"), to: folder.appendingPathComponent("relations"))
    try FileManager.default.copyItem(
      at: Self.data.appendingPathComponent("reading"), to: folder.appendingPathComponent("reading"))
    let table = folder.appendingPathComponent("relations/" + file)
    let text = try String(contentsOf: table, encoding: .utf8) + line + "\n"
    try text.write(to: table, atomically: true, encoding: .utf8)
    let number = text.split(separator: "\n", omittingEmptySubsequences: false).count - 1
    let error = #expect(throws: DataError.self) { try FrameBook(DataFolder(folder)) }
    #expect(error?.description.hasPrefix("data/relations/\(file):\(number): ") == true, "\(error?.description ?? "")")
    #expect(error?.description.contains(message) == true, "\(error?.description ?? "")")
  }
}
