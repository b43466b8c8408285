import Foundation
import Glibc

/// Files in the order of the paths that were named, folders from top to bottom, entries sorted by name.
///
/// A file that is named itself is always tried. Of a folder only files with the usual endings are taken, also with .gz
/// behind them, and no README, licence or change log; entries that begin with a dot are passed over, and so are pipes,
/// sockets and devices. Symbolic links are followed, and no folder is searched twice.
struct FolderWalk {
  /// What the walk meets.
  enum Step {
    /// A file: its path, and its path below the folder that was named.
    case file(path: String, relative: String)
    /// The word `-`.
    case standardInput
    /// Something to tell.
    case problem(InputProblem)
  }

  /// A file or folder as the system knows it.
  private struct Identity: Hashable {
    var device: UInt
    var number: UInt
  }

  private struct Folder {
    var path: String
    var relative: String
    var names: [String]
    var next = 0
  }

  /// The endings of the files that a folder's search takes.
  static let endings = [
    ".txt", ".text", ".md", ".markdown", ".html", ".htm", ".xhtml", ".xml", ".rss", ".atom", ".rdf", ".jsonl",
    ".ndjson", ".json", ".csv", ".tsv", ".eml", ".mht", ".mhtml", ".warc",
  ]
  /// Beginnings of the names of files that describe a folder.
  private static let describing = ["readme", "license", "licence", "changelog", "contributing"]

  private var paths: ArraySlice<String>
  private var stack: [Folder] = []
  private var visitedFolders: Set<Identity> = []
  private var visitedFiles: Set<Identity> = []
  private var root = ""
  private var found = 0
  private var troubled = false
  private var leftOut = 0
  private var examples: [String] = []
  private var waiting: [InputProblem] = []

  init(paths: [String]) { self.paths = paths[...] }

  /// The next step; nil at the end.
  mutating func next() -> Step? {
    while true {
      if !waiting.isEmpty { return .problem(waiting.removeFirst()) }
      if !stack.isEmpty {
        if let step = nextInFolder() { return step }
        continue
      }
      guard let path = paths.popFirst() else { return nil }
      if path == "-" { return .standardInput }
      guard let (identity, sort) = Self.identify(path) else {
        return .problem(InputProblem(file: path, kind: Self.failure()))
      }
      if sort == S_IFDIR {
        (root, found, leftOut, troubled, examples) = (path, 0, 0, false, [])
        enter(path, relative: "", identity)
      } else if visitedFiles.insert(identity).inserted {
        return .file(path: path, relative: path)
      } else {
        return .problem(InputProblem(file: path, kind: .fileTwice))
      }
    }
  }

  private mutating func nextInFolder() -> Step? {
    guard var folder = stack.popLast() else { return nil }
    guard folder.next < folder.names.count else {
      if stack.isEmpty { closeRoot() }
      return nil
    }
    let name = folder.names[folder.next]
    folder.next += 1
    stack.append(folder)
    let path = folder.path.hasSuffix("/") ? folder.path + name : folder.path + "/" + name
    let relative = folder.relative.isEmpty ? name : folder.relative + "/" + name
    guard let (identity, sort) = Self.identify(path) else {
      troubled = true
      return .problem(InputProblem(file: path, kind: Self.failure()))
    }
    if sort == S_IFDIR {
      enter(path, relative: relative, identity)
      return nil
    }
    if sort != S_IFREG {
      // To open a pipe waits until somebody writes to it; a device may never end.
      return .problem(InputProblem(file: path, kind: .noFile))
    }
    guard Self.takes(name) else {
      leftOut += 1
      if examples.count < 3 { examples.append(relative) }
      return nil
    }
    found += 1
    guard visitedFiles.insert(identity).inserted else {
      return .problem(InputProblem(file: path, kind: .fileTwice))
    }
    return .file(path: path, relative: relative)
  }

  private mutating func enter(_ path: String, relative: String, _ identity: Identity) {
    guard visitedFolders.insert(identity).inserted else {
      troubled = true
      waiting.append(InputProblem(file: path, kind: .folderTwice))
      return
    }
    do {
      let names = try FileManager.default.contentsOfDirectory(atPath: path)
        .filter { !$0.hasPrefix(".") }
        .sorted { $0.unicodeScalars.lexicographicallyPrecedes($1.unicodeScalars) }
      stack.append(Folder(path: path, relative: relative, names: names))
    } catch {
      troubled = true
      let hasRights = access(path, R_OK | X_OK) == 0
      waiting.append(
        InputProblem(file: path, kind: hasRights ? .unreadable("no list of its entries") : Self.failure()))
    }
  }

  private mutating func closeRoot() {
    if leftOut > 0 {
      waiting.append(InputProblem(file: root, kind: .leftOut(count: leftOut, examples: examples)))
    }
    if found == 0, !troubled { waiting.append(InputProblem(file: root, kind: .folderWithoutArticles)) }
  }

  private static func takes(_ name: String) -> Bool {
    let lower = name.lowercased()
    return endings.contains(Recognition.ending(of: Recognition.unpackedName(lower)))
      && !describing.contains { lower.hasPrefix($0) }
  }

  /// What the path leads to, and of which sort it is (S_IFMT).
  private static func identify(_ path: String) -> (Identity, sort: mode_t)? {
    var information = stat()
    guard stat(path, &information) == 0 else { return nil }
    let identity = Identity(device: UInt(information.st_dev), number: UInt(information.st_ino))
    return (identity, information.st_mode & S_IFMT)
  }

  private static func failure() -> InputProblem.Kind { SourceError.last().kind }
}
