import Dispatch
import Synchronization

/// Work that another thread does, piece by piece in order, while this one goes on: a queue before it and one behind it.
///
/// Whoever hands work over takes the results, so no more pieces wait than it allows.
final class WorkLine<Input: Sendable, Output: Sendable>: Sendable {
  private let thread: DispatchQueue
  private let results = Mutex<[Result<Output, any Error>]>([])
  private let isReady = DispatchSemaphore(value: 0)
  private let work: @Sendable (Input) throws -> Output

  /// - Parameter work: what is done with each piece, never two at once.
  init(_ label: String, work: @escaping @Sendable (Input) throws -> Output) {
    thread = DispatchQueue(label: label)
    self.work = work
  }

  /// Hands a piece over.
  func start(_ input: Input) {
    thread.async { [self] in
      let result = Result { try work(input) }
      results.withLock { $0.append(result) }
      isReady.signal()
    }
  }

  /// Waits for the result of the earliest piece that was not taken yet; as many may be taken as were started.
  ///
  /// - Throws: what the work threw.
  func next() throws -> Output {
    isReady.wait()
    return try results.withLock { $0.removeFirst() }.get()
  }
}
