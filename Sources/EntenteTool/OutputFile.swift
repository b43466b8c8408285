import Foundation
import Glibc

/// A file that results go to, or standard output; a regular file appears under its name only when it is whole.
final class OutputFile {
  private let path: String
  private let target: String
  private let partial: String?
  private let descriptor: Int32?

  /// Opens it; `-` is standard output. What is no regular file (a device, a pipe) is written to directly.
  init(_ path: String) throws {
    self.path = path
    guard path != "-" else {
      (target, partial, descriptor) = ("", nil, nil)
      return
    }
    target = URL(fileURLWithPath: path).resolvingSymlinksInPath().path
    var status = stat()
    if stat(target, &status) == 0, status.st_mode & S_IFMT != S_IFREG {
      guard status.st_mode & S_IFMT != S_IFDIR else { throw ToolError.file(path, "is a folder; name a file in it") }
      partial = nil
      descriptor = open(target, O_WRONLY)
    } else {
      var template = Array((target + ".XXXXXX").utf8CString)
      let opened = mkstemp(&template)
      partial = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
      descriptor = opened
      if opened >= 0 { fchmod(opened, 0o644) }
    }
    guard let descriptor, descriptor >= 0 else { throw Self.failure(path) }
  }

  deinit { discard() }

  /// Writes bytes.
  func write(_ bytes: [UInt8]) throws {
    guard let descriptor else { return try Output.write(bytes) }
    do { try Output.write(bytes, to: descriptor) } catch {
      let failure = Self.failure(path)
      discard()
      throw failure
    }
  }

  /// Puts the file under its name, in one step.
  func close() throws {
    guard let descriptor, !isClosed else { return }
    isClosed = true
    guard fsync(descriptor) == 0 || partial == nil, Glibc.close(descriptor) == 0,
      partial.map({ rename($0, target) == 0 }) ?? true
    else {
      let failure = Self.failure(path)
      if let partial { unlink(partial) }
      throw failure
    }
  }

  private var isClosed = false

  /// Leaves nothing behind where the work ended early.
  private func discard() {
    guard let descriptor, !isClosed else { return }
    isClosed = true
    _ = Glibc.close(descriptor)
    if let partial { unlink(partial) }
  }

  private static func failure(_ path: String) -> ToolError {
    switch errno {
    case ENOENT: .file(path, "the folder does not exist; create it first")
    case EACCES, EPERM, EROFS: .file(path, "can't be written; change the permissions of the folder")
    case ENOSPC: .file(path, "the disk is full; make room and run again")
    default: .file(path, "can't be written: \(String(cString: strerror(errno)))")
    }
  }
}
