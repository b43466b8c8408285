import Foundation
import Synchronization

/// The one place in the process where Graphviz runs: its libraries share state between contexts.
@globalActor
actor GraphvizActor {
  static let shared = GraphvizActor()

  private nonisolated let executor = ThreadExecutor(name: "entente.graphviz", stackSize: 64 << 20)

  nonisolated var unownedExecutor: UnownedSerialExecutor { executor.asUnownedSerialExecutor() }
}

/// Runs an actor's jobs one after the other on a thread of its own, so that long layouts do not hold up Swift's few
/// cooperative threads, and with a stack that Graphviz's recursion does not exhaust.
final class ThreadExecutor: SerialExecutor {
  private let jobs = Mutex<[UnownedJob]>([])
  private let waiting = DispatchSemaphore(value: 0)

  /// Starts the thread; it lives as long as the process.
  init(name: String, stackSize: Int) {
    let thread = Thread { [self] in
      while true {
        waiting.wait()
        let job = jobs.withLock { $0.isEmpty ? nil : $0.removeFirst() }
        job?.runSynchronously(on: asUnownedSerialExecutor())
      }
    }
    thread.name = name
    thread.stackSize = stackSize
    thread.start()
  }

  func enqueue(_ job: consuming ExecutorJob) {
    let job = UnownedJob(job)
    jobs.withLock { $0.append(job) }
    waiting.signal()
  }
}
