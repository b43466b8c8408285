import Articles
import Graph

/// What an ingest has read, stored and passed over.
public struct IngestReport: Hashable, Sendable, Codable {
  /// Something that was not read, or that one may want to know.
  public struct Problem: Hashable, Sendable, Codable {
    /// The file, `-` for standard input.
    public var file: String
    /// The line in it, counted from 1.
    public var line: Int?
    /// What it is in one word, the same for all problems of a kind.
    public var reason: String
    /// One line for people.
    public var text: String
    /// Whether something was left unread.
    public var skipped: Bool
  }

  /// How many problems are kept; further ones are counted only.
  public static let keptProblems = 10_000

  /// Articles that were read, whether or not the store had them.
  public var read = 0
  /// Articles that the store did not have.
  public var new = 0
  /// Articles that were stored in place of what they were before.
  public var changed = 0
  /// Articles that the store had as they are.
  public var same = 0
  /// Articles that were stored and not read, since they are in another language than English.
  public var notEnglish = 0
  /// How many articles, lines or files were passed over, by reason.
  public var skipped: [String: Int] = [:]
  /// Sentences stored.
  public var sentences = 0
  /// Triples stored.
  public var triples = 0
  /// How long it took, in seconds.
  public var seconds = 0.0
  /// Whether it ended before all was read.
  public var interrupted = false
  /// Whether nothing was stored.
  public var dryRun = false
  /// What there is to tell, in the order in which it was met.
  public var problems: [Problem] = []

  /// Nothing read yet.
  public init() {}

  /// How many articles, lines or files were passed over.
  public var skippedCount: Int { skipped.values.reduce(0, +) }

  /// Adds what was read later.
  public static func += (left: inout IngestReport, right: IngestReport) {
    left.read += right.read
    left.new += right.new
    left.changed += right.changed
    left.same += right.same
    left.notEnglish += right.notEnglish
    left.skipped.merge(right.skipped, uniquingKeysWith: +)
    left.sentences += right.sentences
    left.triples += right.triples
    left.seconds += right.seconds
    left.interrupted = left.interrupted || right.interrupted
    left.dryRun = left.dryRun || right.dryRun
    left.problems += right.problems.prefix(max(0, keptProblems - left.problems.count))
  }

  mutating func add(_ counts: IngestCounts) {
    read += counts.added + counts.replaced + counts.unchanged
    new += counts.added
    changed += counts.replaced
    same += counts.unchanged
    sentences += counts.sentences
    triples += counts.triples
  }

  mutating func add(_ problem: InputProblem) {
    let isSkipped = problem.severity == .skipped
    if isSkipped { skipped[problem.kind.reason, default: 0] += 1 }
    if case .foreignLanguage = problem.kind { notEnglish += 1 }
    if problem.severity == .detail { return }
    guard problems.count < Self.keptProblems else { return }
    problems.append(
      Problem(
        file: problem.file, line: problem.line, reason: problem.kind.reason, text: problem.description,
        skipped: isSkipped))
  }
}
