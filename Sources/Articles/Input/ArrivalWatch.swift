import Foundation
import Glibc

/// Tells which files below some folders are new or changed since it last looked.
///
///     var watch = ArrivalWatch(paths: ["incoming/"])
///     while true {
///       try await Task.sleep(for: watch.pause)
///       let files = watch.arrivals()
///       …
///     }
///
/// It asks for size and time of change, which works on every file system. A file that still grows is told of when it has
/// stayed as it is from one look to the next.
public struct ArrivalWatch: Sendable {
  private struct State: Hashable {
    var size: Int
    var seconds: Int
    var nanoseconds: Int
  }

  private let paths: [String]
  /// What was told of, as it was then.
  private var told: [String: State] = [:]
  /// What has come or changed, as it was at the last look.
  private var arriving: [String: State] = [:]
  /// How long the last look took.
  private var effort = Duration.zero

  /// Begins to watch; what is there now counts as known.
  ///
  /// - Parameter paths: Files and folders; what is not there yet may come.
  public init(paths: [String]) {
    self.paths = paths.filter { $0 != "-" }
    told = look()
  }

  /// How long to wait before the next look: a second, and longer where a look takes long.
  public var pause: Duration { max(.seconds(1), effort * 20) }

  /// The files that have come or changed, and have been still since the last look; sorted.
  ///
  /// - Complexity: O(files below the folders).
  public mutating func arrivals() -> [String] {
    let found = look()
    var still: [String] = []
    var moving: [String: State] = [:]
    for (path, state) in found where told[path] != state {
      if arriving[path] == state {
        still.append(path)
        told[path] = state
      } else {
        moving[path] = state
      }
    }
    // A file that goes and comes again is new.
    told = told.filter { found[$0.key] != nil }
    arriving = moving
    return still.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private mutating func look() -> [String: State] {
    var found: [String: State] = [:]
    effort = ContinuousClock().measure {
      var walk = FolderWalk(paths: paths)
      while let step = walk.next() {
        guard case .file(let path, _) = step else { continue }
        var information = stat()
        guard stat(path, &information) == 0 else { continue }
        found[path] = State(
          size: Int(information.st_size), seconds: information.st_mtim.tv_sec,
          nanoseconds: information.st_mtim.tv_nsec)
      }
    }
    return found
  }
}
