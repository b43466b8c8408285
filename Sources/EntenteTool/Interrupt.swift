import Dispatch
import Glibc

/// Turns the first Ctrl-C (SIGINT) or SIGTERM into a cancelled task, so that work in hand is brought to its end.
///
/// A second one ends the process at once, which does no harm to the store.
enum Interrupt {
  /// What a shell expects of a command that a signal has ended: 128 and the signal's number.
  static let exitCode = 128 + SIGINT

  /// Runs work in a task that a signal cancels.
  static func cancelling<Value: Sendable>(_ work: @escaping @Sendable () async throws -> Value) async throws -> Value {
    let task = Task { try await work() }
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number)
      source.setEventHandler {
        signal(number, SIG_DFL)
        task.cancel()
      }
      source.resume()
      return source
    }
    defer {
      for source in sources { source.cancel() }
      for number in [SIGINT, SIGTERM] { signal(number, SIG_DFL) }
    }
    return try await task.value
  }
}
