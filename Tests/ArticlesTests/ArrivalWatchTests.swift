import Foundation
import Testing

@testable import Articles

struct ArrivalWatchTests {
  private func withFolder(_ work: (URL) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    try work(folder)
  }

  private func write(_ text: String, _ name: String, in folder: URL) throws {
    try Data(text.utf8).write(to: folder.appendingPathComponent(name))
  }

  @Test func tellsOfAFileOnceItIsStill() throws {
    try withFolder { folder in
      try write("there before", "old.txt", in: folder)
      var watch = ArrivalWatch(paths: [folder.path])
      #expect(watch.arrivals() == [])
      try write("half", "new.txt", in: folder)
      #expect(watch.arrivals() == [])
      try write("half and half", "new.txt", in: folder)
      #expect(watch.arrivals() == [], "it has grown since")
      #expect(watch.arrivals() == [folder.path + "/new.txt"])
      #expect(watch.arrivals() == [])
    }
  }

  @Test func tellsOfAChangedFileAndOfOneThatComesAgain() throws {
    try withFolder { folder in
      try write("one", "a.txt", in: folder)
      var watch = ArrivalWatch(paths: [folder.path])
      try write("another text", "a.txt", in: folder)
      _ = watch.arrivals()
      #expect(watch.arrivals() == [folder.path + "/a.txt"])
      try FileManager.default.removeItem(at: folder.appendingPathComponent("a.txt"))
      #expect(watch.arrivals() == [])
      try write("another text", "a.txt", in: folder)
      _ = watch.arrivals()
      #expect(watch.arrivals() == [folder.path + "/a.txt"])
    }
  }

  @Test func takesWhatAFolderSearchTakesAndFoldersThatCome() throws {
    try withFolder { folder in
      let later = folder.appendingPathComponent("later")
      var watch = ArrivalWatch(paths: [later.path])
      #expect(watch.arrivals() == [])
      try FileManager.default.createDirectory(at: later, withIntermediateDirectories: true)
      try write("b", "b.txt", in: later)
      try write("a", "a.txt", in: later)
      try write("a program", "tool.exe", in: later)
      try write("hidden", ".c.txt", in: later)
      _ = watch.arrivals()
      #expect(watch.arrivals() == ["/a.txt", "/b.txt"].map { later.path + $0 })
    }
  }
}
