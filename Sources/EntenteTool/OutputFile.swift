import Foundation

/// A file that results go to, or standard output; a file appears under its name only when it is whole.
final class OutputFile {
  private let path: String
  private let partial: String
  private let handle: FileHandle?

  /// Opens it; `-` is standard output.
  init(_ path: String) throws {
    self.path = path
    partial = path + ".part"
    if path == "-" {
      handle = nil
      return
    }
    guard FileManager.default.createFile(atPath: partial, contents: nil),
      let handle = FileHandle(forWritingAtPath: partial)
    else { throw ToolError.file(path, "can't be written; is the folder there, and yours?") }
    self.handle = handle
  }

  func write(_ bytes: [UInt8]) throws {
    guard let handle else { return try Output.write(bytes) }
    do { try handle.write(contentsOf: Data(bytes)) } catch {
      try? FileManager.default.removeItem(atPath: partial)
      throw ToolError.file(path, "can't be written: \((error as NSError).localizedDescription)")
    }
  }

  /// Puts the file under its name.
  func close() throws {
    guard let handle else { return }
    do {
      try handle.close()
      if FileManager.default.fileExists(atPath: path) { try FileManager.default.removeItem(atPath: path) }
      try FileManager.default.moveItem(atPath: partial, toPath: path)
    } catch {
      throw ToolError.file(path, "can't be written: \((error as NSError).localizedDescription)")
    }
  }
}
