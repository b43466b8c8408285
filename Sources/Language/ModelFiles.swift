internal import Glibc

/// Where a model's files come from: a folder, or the wheel in which it is published.
enum ModelFiles {
  case folder(String)
  case archive(ZipArchive, prefix: String)

  /// Opens a folder or a wheel.
  init(path: String) throws(LanguageError) {
    guard path.hasSuffix(".whl") || path.hasSuffix(".zip") else {
      self = .folder(path)
      return
    }
    let archive = try ZipArchive(try Self.readFile(path), name: path)
    let landmark = "vocab/lookups.bin"
    guard let found = archive.paths.first(where: { $0.hasSuffix("/" + landmark) || $0 == landmark }) else {
      throw .damaged(file: path, reason: "it holds no \(landmark)")
    }
    self = .archive(archive, prefix: String(found.dropLast(landmark.count)))
  }

  /// The contents of one file of the model.
  func read(_ name: String) throws(LanguageError) -> [UInt8] {
    switch self {
    case .folder(let path): return try Self.readFile(path + "/" + name)
    case .archive(let archive, let prefix):
      guard let contents = try archive.read(prefix + name) else { throw .missing(file: displayName(name)) }
      return contents
    }
  }

  func message(_ name: String) throws(LanguageError) -> MessageFile {
    try MessageFile(try read(name), name: displayName(name))
  }

  func network(_ name: String) throws(LanguageError) -> ThincFile { try ThincFile(try message(name)) }

  func displayName(_ name: String) -> String {
    switch self {
    case .folder(let path): "\(path)/\(name)"
    case .archive(let archive, let prefix): "\(archive.name): \(prefix)\(name)"
    }
  }

  /// Reads a regular file whole.
  static func readFile(_ path: String) throws(LanguageError) -> [UInt8] {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      if errno == ENOENT || errno == ENOTDIR { throw .missing(file: path) }
      throw .unreadable(file: path, reason: String(cString: strerror(errno)))
    }
    defer { close(descriptor) }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
      throw .unreadable(file: path, reason: "it is no regular file")
    }
    let size = Int(status.st_size)
    var total = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { target, filled in
      while total < size, let base = target.baseAddress {
        let count = Glibc.read(descriptor, base + total, size - total)
        if count <= 0 { break }
        total += count
      }
      filled = total
    }
    guard total == size else { throw .unreadable(file: path, reason: "\(total) of \(size) bytes could be read") }
    return bytes
  }
}
