import Foundation
import GRDB

/// What can go wrong with a graph and its file, each in one clear line: what, where, what to do.
public enum GraphError: Error, Hashable, Sendable {
  /// A command that reads found no file there.
  case noSuchFile(String)
  /// The folder that shall hold the file does not exist.
  case noSuchFolder(String)
  /// A folder stands where the file should.
  case isFolder(String)
  /// The file holds no SQLite database.
  case notADatabase(String)
  /// The file holds a database of another program.
  case notEntente(String)
  /// A later version of Entente wrote the file.
  case newerSchema(String, found: Int, known: Int)
  /// An earlier version of Entente wrote the file, and it is only open for reading.
  case olderSchema(String, found: Int, known: Int)
  /// The file or its folder cannot be written.
  case readOnly(String)
  /// The file cannot be opened by this user.
  case noAccess(String)
  /// No room is left for what should be written; what was stored before is intact.
  case diskFull(String)
  /// Another program kept the file locked for longer than the store waits.
  case locked(String)
  /// The file's content is broken.
  case damaged(String, String)
  /// The graph has no article with this id.
  case noArticle(String, id: String)
  /// No actor of the graph has this name or code; some come near.
  case noActor(String, name: String, near: [String])
  /// Several actors of the graph have this name; given are their codes with their names.
  case ambiguousActor(String, name: String, candidates: [String])
  /// The actor is merged into another already.
  case alreadyMerged(String, code: String, target: String)
  /// The merge would make the actor a part of itself.
  case mergeLoop(String, code: String, target: String)
  /// The actor is not merged into any other.
  case notMerged(String, code: String)
  /// A name without a letter or digit.
  case noName(String, name: String)
  /// The actor has no such name that was added by hand.
  case noUserAlias(String, code: String, name: String)
  /// A cursor of a list in another order.
  case foreignCursor(String)
  /// A timeline of more periods than anybody reads.
  case longTimeline(String, limit: Int)
  /// A sentence of an article has more triples than can be stored.
  case tooManyTriples(String, article: String, sentence: Int, limit: Int)
  /// Anything else, in the words of SQLite.
  case failed(String, String)
}

extension GraphError: CustomStringConvertible {
  /// One line: what is wrong, with which file, and what to do.
  public var description: String {
    switch self {
    case .noSuchFile(let path): "\(path): no such file; run 'entente ingest' first or name another with --db"
    case .noSuchFolder(let path): "\(path): the folder does not exist; create it first"
    case .isFolder(let path): "\(path): is a folder; name a file in it"
    case .notADatabase(let path): "\(path): is no database; name a file made by 'entente ingest'"
    case .notEntente(let path): "\(path): is a database of another program; name a file made by 'entente ingest'"
    case .newerSchema(let path, let found, let known):
      "\(path): has schema version \(found), this program knows \(known); use a newer Entente"
    case .olderSchema(let path, let found, let known):
      "\(path): has schema version \(found), \(known) is needed; run 'entente ingest' on it once to bring it up to date"
    case .readOnly(let path): "\(path): cannot be written; change the permissions of the file and its folder"
    case .noAccess(let path): "\(path): cannot be opened; change the permissions of the file and its folder"
    case .diskFull(let path): "\(path): the disk is full; nothing of this batch was stored, make room and run again"
    case .locked(let path): "\(path): is in use by another program; wait until it has ended and run again"
    case .damaged(let path, let detail): "\(path): is damaged (\(detail)); restore a copy or ingest again"
    case .noArticle(let path, let id): "\(path): has no article '\(id)'; 'entente articles list' shows which it has"
    case .noActor(let path, let name, let near):
      "\(path): no actor is called '\(name)'"
        + (near.isEmpty ? "; 'entente actors list' shows all" : "; did you mean \(near.joined(separator: ", "))?")
    case .ambiguousActor(let path, let name, let candidates):
      "\(path): '\(name)' may be \(candidates.joined(separator: " or ")); give the code"
    case .alreadyMerged(let path, let code, let target):
      "\(path): '\(code)' is merged into '\(target)' already; split it first"
    case .mergeLoop(let path, let code, let target):
      code == target
        ? "\(path): '\(code)' cannot be merged into itself; name another actor"
        : "\(path): '\(target)' is merged into '\(code)', so '\(code)' cannot be merged into it; split '\(target)' first"
    case .notMerged(let path, let code):
      "\(path): '\(code)' is not merged into another actor; 'entente actors merges' shows which are"
    case .noName(let path, let name): "\(path): '\(name)' is no name; it needs a letter or digit"
    case .noUserAlias(let path, let code, let name):
      "\(path): '\(code)' has no name '\(name)' that was added by hand"
    case .foreignCursor(let path):
      "\(path): the cursor belongs to a list in another order; give the order of its first page, or begin anew"
    case .longTimeline(let path, let limit):
      "\(path): the timeline has more than \(limit) periods; choose longer ones, or limit the time"
    case .tooManyTriples(let path, let article, let sentence, let limit):
      "\(path): sentence \(sentence) of article '\(article)' has more than \(limit) triples; nothing of this batch "
        + "was stored, give it fewer"
    case .failed(let path, let detail): "\(path): \(detail)"
    }
  }
}

extension GraphError {
  /// Turns what GRDB threw into one of ours; `path` names the file.
  init(_ error: any Error, path: String) {
    switch error {
    case let error as GraphError: self = error
    case let error as DatabaseError: self.init(error, path: path)
    case FilterError.foreignCursor: self = .foreignCursor(path)
    case IngestError.tooManyTriples(let article, let sentence):
      self = .tooManyTriples(path, article: article, sentence: sentence, limit: Schema.mostTriples)
    default: self = .failed(path, "\(error)".oneLine)
    }
  }

  private init(_ error: DatabaseError, path: String) {
    let message = (error.message ?? "SQLite error \(error.extendedResultCode.rawValue)").oneLine
    switch error.resultCode {
    case .SQLITE_FULL: self = .diskFull(path)
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .locked(path)
    case .SQLITE_READONLY: self = .readOnly(path)
    case .SQLITE_NOTADB: self = .notADatabase(path)
    case .SQLITE_CORRUPT: self = .damaged(path, message)
    case .SQLITE_CANTOPEN, .SQLITE_PERM, .SQLITE_AUTH: self = .noAccess(path)
    // A disk that fills while the log grows shows itself as a failed write, not as SQLITE_FULL.
    case .SQLITE_IOERR: self = Self.isFull(path) ? .diskFull(path) : .damaged(path, message)
    default: self = .failed(path, message)
    }
  }

  private static func isFull(_ path: String) -> Bool {
    let folder = URL(fileURLWithPath: path).deletingLastPathComponent().path
    let attributes = try? FileManager.default.attributesOfFileSystem(forPath: folder)
    guard let free = attributes?[.systemFreeSize] as? NSNumber else { return false }
    return free.int64Value < 1 << 20
  }
}

extension String {
  /// The text with each line break made a space.
  fileprivate var oneLine: String {
    split(whereSeparator: \.isNewline).joined(separator: " ")
  }
}
