/// Results of several workers, taken out in the order of their numbers.
///
/// A worker that is far ahead of the reader waits, so memory is bounded by `window` results.
actor OrderedQueue<Element: Sendable> {
  private let window: Int
  private var ready: [Int: Element] = [:]
  private var next = 0
  private var end: Int?
  private var reader: CheckedContinuation<Void, Never>?
  private var writers: [(number: Int, continuation: CheckedContinuation<Void, Never>)] = []

  init(window: Int) { self.window = window }

  /// Hands in a result; waits while it is more than `window` ahead of the reader.
  func put(_ number: Int, _ element: Element) async {
    while number >= next + window {
      await withCheckedContinuation { writers.append((number, $0)) }
    }
    ready[number] = element
    wakeReader()
  }

  /// Says how many results there are in all.
  func finish(count: Int) {
    end = min(end ?? count, count)
    wakeReader()
  }

  /// The next result; nil behind the last.
  func take() async -> Element? {
    while true {
      if let element = ready.removeValue(forKey: next) {
        next += 1
        wakeWriters()
        return element
      }
      if let end, next >= end { return nil }
      await withCheckedContinuation { reader = $0 }
    }
  }

  /// Lets everybody go, for a reader that takes no more.
  func cancel() {
    next = Int.max - window
    wakeWriters()
  }

  private func wakeReader() {
    reader?.resume()
    reader = nil
  }

  private func wakeWriters() {
    let free = writers.filter { $0.number < next + window }
    writers.removeAll { $0.number < next + window }
    for writer in free { writer.continuation.resume() }
  }
}
