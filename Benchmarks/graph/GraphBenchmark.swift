import Foundation
import Graph
import Vocabulary

/// Loads a made-up graph and asks it everyday questions: `GraphBenchmark TRIPLES [FILE] [--load|--ask]`.
@main
struct GraphBenchmark {
  /// Articles in one transaction.
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
    try load(world, path)
    try Size.show(path)
    if arguments.contains("--load") { return }
    try Questions(store: GraphStore(reading: path), world: world).show(runs: runs)
    print("\nThe database is \(path).")
  }

  /// Writes the world and tells how fast; making it is not counted.
  private static func load(_ world: World, _ path: String) throws {
    var world = world
    var made = Time()
    let clock = Time.now
    let store = try GraphStore(path: path)
    let batches = AnySequence {
      AnyIterator<[ArticleRecord]> {
        let start = Time.now
        var records: [ArticleRecord] = []
        records.reserveCapacity(batch)
        while records.count < batch, let record = world.next() { records.append(record) }
        made = made + (Time.now - start)
        return records.isEmpty ? nil : records
      }
    }
    let counts = try store.load(batches)
    let spent = Time.now - clock - made
    print("triples loaded       \(counts.triples)")
    print("articles             \(counts.added)")
    print("seconds              \(spent.wall.text(2)), of the processor \(spent.processor.text(2))")
    print("triples a second     \(Int(Double(counts.triples) / spent.wall))")
    print("  of the processor   \(Int(Double(counts.triples) / spent.processor))")
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
