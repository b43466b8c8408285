import Foundation
import Testing

@testable import Language

@Suite struct ZipTests {
  /// An archive with one stored file "a" = "hello", byte by byte.
  private static func stored(_ contents: [UInt8] = Array("hello".utf8), checksum: UInt32 = 0x3610_a686) -> [UInt8] {
    func number(_ value: Int, _ width: Int) -> [UInt8] { (0..<width).map { UInt8(value >> (8 * $0) & 0xff) } }
    let sizes = number(Int(checksum), 4) + number(contents.count, 4) + number(contents.count, 4)
    let local =
      [0x50, 0x4b, 3, 4] + number(20, 2) + number(0, 8) + sizes + number(1, 2) + number(0, 2) + [0x61] + contents
    let central =
      [0x50, 0x4b, 1, 2] + number(20, 2) + number(20, 2) + number(0, 8) + sizes + number(1, 2) + number(0, 16) + [0x61]
    let end =
      [0x50, 0x4b, 5, 6] + number(0, 4) + number(1, 2) + number(1, 2) + number(central.count, 4)
      + number(local.count, 4) + number(0, 2)
    return local + central + end
  }

  @Test func readsAStoredFile() throws {
    let archive = try ZipArchive(Self.stored(), name: "test.zip")
    #expect(archive.paths == ["a"])
    #expect(try archive.read("a") == Array("hello".utf8))
    #expect(try archive.read("b") == nil)
  }

  @Test func refusesAWrongChecksum() throws {
    let archive = try ZipArchive(Self.stored(checksum: 1), name: "test.zip")
    let error = #expect(throws: LanguageError.self) { try archive.read("a") }
    #expect(error?.description.contains("a fails its checksum") == true)
  }

  @Test func refusesWhatIsNoArchive() {
    #expect(throws: LanguageError.self) { try ZipArchive([1, 2, 3], name: "x") }
    #expect(throws: LanguageError.self) { try ZipArchive([UInt8](repeating: 0, count: 100), name: "x") }
  }

  @Test(arguments: 0..<60)
  func survivesAlteredArchives(seed: UInt64) {
    var random = Random(seed: seed)
    var bytes = Self.stored()
    for _ in 0..<3 { bytes[Int(random.next() % UInt64(bytes.count))] = UInt8(truncatingIfNeeded: random.next()) }
    if seed % 3 == 0 { bytes.removeLast(Int(random.next() % UInt64(bytes.count))) }
    guard let archive = try? ZipArchive(bytes, name: "altered") else { return }
    for path in archive.paths { _ = try? archive.read(path) }
  }

  /// The wheel gives the same model as the folder, where a wheel is at hand.
  @Test func readsTheWheel() throws {
    guard let wheel = ProcessInfo.processInfo.environment["ENTENTE_WHEEL"] else {
      print("ENTENTE_WHEEL names no wheel; its test is left out")
      return
    }
    let texts = ["Peru recalled its ambassador from Quito on Friday."]
    let fromWheel = Pipeline(model: try Model.load(from: wheel)).analyze(texts)
    let fromFolder = try Fixtures.pipeline().analyze(texts)
    #expect(fromWheel.map { $0.tokens.map(\.fields) } == fromFolder.map { $0.tokens.map(\.fields) })
  }
}
