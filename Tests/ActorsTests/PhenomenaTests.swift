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
    #expect(errors.isEmpty, "\(errors.joined(separator: "\n"))")
    // What is not understood yet carries a question mark; it must stay the exception.
    let marks = cases.flatMap(\.marks)
    #expect(10 * marks.count { $0.isOpen } <= 2 * marks.count)
  }
}
