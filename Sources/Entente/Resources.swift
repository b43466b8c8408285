public import Foundation
public import Vocabulary

/// Where the knowledge of the project lies at run time.
public enum Resources {
  /// The folder `data`: `ENTENTE_DATA`, else share/entente/data beside the installed binary, else the nearest folder
  /// above the binary or the working directory that is a checkout.
  /// - Throws: `ResourceError` that says where it looked.
  public static func data(
    environment: [String: String] = ProcessInfo.processInfo.environment, binary: URL? = executable
  ) throws(ResourceError) -> DataFolder {
    if let named = environment["ENTENTE_DATA"], !named.isEmpty {
      let folder = DataFolder(URL(fileURLWithPath: named))
      guard isData(folder) else { throw .notData(named) }
      return folder
    }
    var candidates: [URL] = []
    if let binary {
      let folder = binary.deletingLastPathComponent()
      candidates.append(folder.deletingLastPathComponent().appendingPathComponent("share/entente/data"))
      candidates += above(folder)
    }
    candidates += above(URL(fileURLWithPath: FileManager.default.currentDirectoryPath))
    for url in candidates {
      let folder = DataFolder(url)
      if isData(folder) { return folder }
    }
    throw .missing
  }

  /// The path of the running binary, links resolved.
  public static let executable: URL? = Bundle.main.executableURL?.resolvingSymlinksInPath()

  private static func above(_ folder: URL) -> [URL] {
    var found: [URL] = []
    var current = folder.standardizedFileURL
    for _ in 0..<6 {
      found.append(current.appendingPathComponent("data"))
      current = current.deletingLastPathComponent()
    }
    return found
  }

  private static func isData(_ folder: DataFolder) -> Bool { folder.has("relations/types.tsv") }
}

/// The knowledge of the project is not where it should be.
public enum ResourceError: Error, Hashable, CustomStringConvertible {
  /// `ENTENTE_DATA` names a folder that does not hold it.
  case notData(String)
  /// It is nowhere.
  case missing

  /// One line: what, and what to do.
  public var description: String {
    switch self {
    case .notData(let path): "ENTENTE_DATA names '\(path)', which holds no data of Entente; unset it or correct it"
    case .missing: "the folder 'data' was not found; set ENTENTE_DATA to it, or install with 'make install'"
    }
  }
}
