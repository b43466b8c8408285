/// A binary heap: the element that goes first can be taken out. Insertion and removal are O(log n).
struct PriorityQueue<Element> {
  private var heap: [Element] = []
  private let goesFirst: (Element, Element) -> Bool

  /// - Parameter goesFirst: a strict order of the elements.
  init(goesFirst: @escaping (Element, Element) -> Bool) { self.goesFirst = goesFirst }

  /// How many elements it has.
  var count: Int { heap.count }

  mutating func insert(_ element: Element) {
    heap.append(element)
    var child = heap.count - 1
    while child > 0 {
      let parent = (child - 1) / 2
      guard goesFirst(heap[child], heap[parent]) else { return }
      heap.swapAt(child, parent)
      child = parent
    }
  }

  /// Takes out the element that goes before all others.
  mutating func removeFirst() -> Element? {
    guard let last = heap.popLast() else { return nil }
    guard let first = heap.first else { return last }
    heap[0] = last
    var parent = 0
    while true {
      var best = parent
      for child in [2 * parent + 1, 2 * parent + 2] where child < heap.count && goesFirst(heap[child], heap[best]) {
        best = child
      }
      if best == parent { return first }
      heap.swapAt(best, parent)
      parent = best
    }
  }
}
