import Foundation
import Testing

/// What articles call actors: the texts of the folder Phenomena, one file a phenomenon, say whom each mark means.
struct PhenomenaTests {
  private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
    .appendingPathComponent("Phenomena")
  static let files =
    (try? FileManager.default.contentsOfDirectory(atPath: folder.path))?.filter { $0.hasSuffix(".txt") }.sorted() ?? []

  @Test func thereAreTexts() { #expect(Self.files.count > 30) }

  @Test(arguments: files)
  func marks(file: String) throws {
    let cases = try MarkedCase.read(Self.folder.appendingPathComponent(file))
    #expect(cases.count > 15)
    let errors = try cases.flatMap { try $0.errors() }
    let marks = cases.reduce(0) { $0 + $1.marks.count }
    // What is not understood yet is listed; each file must stay above this share.
    let share = Double(marks - errors.count) / Double(marks)
    #expect(share >= 0.84, "\(errors.joined(separator: "\n"))")
  }
}
