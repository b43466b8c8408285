/// A paragraph or line of a body before anybody knows what it is.
struct Unit {
  /// Its bytes, without white space at the ends; not empty.
  var range: Range<Int>
  /// What the format says it is.
  var mark: Block.Kind?
  /// Whether empty lines stand before and behind it.
  var isAlone: Bool
}

/// Cuts a body into units.
enum Units {
  /// The units of a body. Line breaks inside a wrapped paragraph become spaces.
  static func of(_ body: inout [UInt8], marks: [Int: Block.Kind]) -> [Unit] {
    let groups = groups(of: body)
    let wrapping = Wrapping(groups: groups.map { $0.map { Array(body[$0]) } })
    var units: [Unit] = []
    for group in groups {
      let first = units.count
      var index = 0
      while index < group.count {
        let line = group[index]
        let mark = marks[line.lowerBound]
        var end = line.upperBound
        index += 1
        while let wrapping, mark == nil, index < group.count, marks[group[index].lowerBound] == nil,
          wrapping.joins(Array(body[group[index - 1]]), Array(body[group[index]]))
        {
          body[end] = Bytes.space
          end = group[index].upperBound
          index += 1
        }
        let range = Bytes.trimmed(line.lowerBound..<end, of: body)
        if !range.isEmpty { units.append(Unit(range: range, mark: mark, isAlone: false)) }
      }
      if units.count == first + 1 { units[first].isAlone = true }
    }
    return units
  }

  /// The lines between empty lines, without their line feeds.
  private static func groups(of body: [UInt8]) -> [[Range<Int>]] {
    var groups: [[Range<Int>]] = []
    var open = false
    var start = 0
    while start < body.count {
      let end = body[start...].firstIndex(of: Bytes.newline) ?? body.count
      if TextLine(bytes: body[start..<end]).isBlank {
        open = false
      } else if open {
        groups[groups.count - 1].append(start..<end)
      } else {
        groups.append([start..<end])
        open = true
      }
      start = end + 1
    }
    return groups
  }
}
