/// How far two words are apart.
public enum EditDistance {
  /// The number of letters to insert, delete, exchange or swap with their neighbour (optimal string alignment); nil
  /// where it is more than `limit`. O(n·m), less where the words soon differ.
  public static func between<Letter: Equatable>(_ one: [Letter], _ other: [Letter], limit: Int) -> Int? {
    if abs(one.count - other.count) > limit { return nil }
    if one.isEmpty || other.isEmpty { return max(one.count, other.count) }
    var beforeLast: [Int] = []
    var last = Array(0...other.count)
    for (row, letter) in one.enumerated() {
      var current = [row + 1]
      current.reserveCapacity(other.count + 1)
      for (column, against) in other.enumerated() {
        var cost = min(last[column + 1], current[column]) + 1
        cost = min(cost, last[column] + (letter == against ? 0 : 1))
        if row > 0, column > 0, letter == other[column - 1], one[row - 1] == against {
          cost = min(cost, beforeLast[column - 1] + 1)
        }
        current.append(cost)
      }
      if let least = current.min(), least > limit { return nil }
      beforeLast = last
      last = current
    }
    guard let distance = last.last, distance <= limit else { return nil }
    return distance
  }
}
