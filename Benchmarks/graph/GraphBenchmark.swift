import Foundation
import Graph
import Vocabulary

/// Loads a made-up graph and asks it everyday questions: `GraphBenchmark TRIPLES [FILE] [--load|--ask]`.
///
/// Beside the database it leaves `FILE.json` with what `peer.py` compares.
@main
struct GraphBenchmark {
  /// Articles in one batch.
  static let batch = 25_000
  static let runs = 20

  static func main() throws {
    let arguments = CommandLine.arguments.dropFirst()
    guard let size = arguments.first.map({ Int($0.replacing("_", with: "")) }) ?? 1_000_000, size > 0 else {
      print("usage: GraphBenchmark TRIPLES [FILE] [--load|--ask]")
      exit(64)
    }
    let path = arguments.dropFirst().first ?? NSTemporaryDirectory() + "/entente-bench-\(size).sqlite"
    if arguments.contains("--ask") {
      return try Questions(store: GraphStore(reading: path), world: World(triples: size)).show(runs: runs)
    }
    for end in ["", "-wal", "-shm"] { try? FileManager.default.removeItem(atPath: path + end) }
    let world = World(triples: size)
    var report = try load(world, path)
    report["bytes"] = try Size.show(path)
    if arguments.contains("--load") { return }
    let store = try GraphStore(reading: path)
    try Questions(store: store, world: world).show(runs: runs)
    report["questions"] = try Everyday(store: store, world: world).report(runs: runs)
    let json = try JSONSerialization.data(withJSONObject: report, options: [.prettyPrinted, .sortedKeys])
    try json.write(to: URL(fileURLWithPath: path + ".json"))
    print("\nThe database is \(path), its answers are in \(path).json.")
  }

  /// Writes the world and tells how fast.
  ///
  /// The world is made before, since the load works on several threads: what went on meanwhile could not be told apart.
  ///
  /// - Returns: the number of triples and the seconds, as JSON has them.
  private static func load(_ world: World, _ path: String) throws -> [String: any Sendable] {
    var world = world
    let batches = Array(
      AnyIterator<[ArticleRecord]> {
        let records = Array(AnyIterator { world.next() }.prefix(batch))
        return records.isEmpty ? nil : records
      })
    let clock = Time.now
    let store = try GraphStore(path: path)
    let counts = try store.load(batches)
    let spent = Time.now - clock
    print("triples loaded       \(counts.triples)")
    print("articles             \(counts.added)")
    print("seconds              \(spent.wall.text(2)), of the processor \(spent.processor.text(2))")
    print("triples a second     \(Int(Double(counts.triples) / spent.wall))")
    print("  of the processor   \(Int(Double(counts.triples) / spent.processor))")
    return ["triples": counts.triples, "seconds": spent.wall]
  }
}

/// A point or span of time: by the clock, and what the processor worked for this program, which a busy machine changes
/// less.
struct Time {
  var wall = 0.0
  var processor = 0.0

  static var now: Time {
    var time = timespec()
    clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
    return Time(
      wall: ProcessInfo.processInfo.systemUptime, processor: Double(time.tv_sec) + Double(time.tv_nsec) * 1e-9)
  }

  static func + (left: Time, right: Time) -> Time {
    Time(wall: left.wall + right.wall, processor: left.processor + right.processor)
  }

  static func - (left: Time, right: Time) -> Time {
    Time(wall: left.wall - right.wall, processor: left.processor - right.processor)
  }
}

extension Double {
  /// The number with so many decimals.
  func text(_ decimals: Int) -> String { String(format: "%.\(decimals)f", self) }
}
