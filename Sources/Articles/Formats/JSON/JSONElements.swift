/// Cuts JSON of any length into the objects that may be articles, with one of them in memory at a time.
///
/// What is an element: an object on the top level or in a list there; where an object on the top level holds one of the
/// lists that are known by name, the objects of that list. It looks at brackets, strings and keys only; what an element
/// says is for others to read. One pass; what is read twice after damage is bounded.
struct JSONElements {
  /// What is found.
  enum Element {
    /// The bytes of an object, and its line.
    case object([UInt8], line: Int)
    /// What stands in an object before its list of articles.
    case surroundings([UInt8])
    /// An object longer than the limit, and its line; its bytes are passed over.
    case tooLong(line: Int)
    /// Brackets lie too deep in each other.
    case tooDeep(line: Int)
    /// An object or list that is not closed.
    case open(line: Int)
    /// Values that are no objects stand where articles are expected: how many, and the line of the first.
    case strays(Int, line: Int)
  }

  /// A list or object that is open and is no element itself, or the outermost levels of an element.
  private struct Frame {
    var isList: Bool
    /// The key that was read last.
    var key = ""
  }

  /// An object or list that may be an article.
  private struct Open {
    /// How many frames lie around it.
    var frames: Int
    /// Where it begins, and the line there.
    var start: Int
    var line: Int
    /// Whether it may hold a list of articles.
    var mayHoldList: Bool
    /// Whether its bytes are given up.
    var isPassing = false
  }

  /// How many bytes are read twice at most to find out of damage.
  private static let mostRepeated = 64_000_000
  /// How deep the list of articles may lie.
  private static let deepestList = 3
  /// The longest key that is looked at, in bytes.
  private static let longestKey = 64

  private var window: ByteWindow
  private let limits: ReadingLimits
  private let lists: Set<FieldNames.Path>

  /// Where it is, and the line there.
  private var position = 0
  private var line = 1
  private var frames: [Frame] = []
  /// How many levels are open below the frames.
  private var depth = 0
  private var inString = false
  private var isEscaped = false
  /// The start of a string that is a key.
  private var keyStart: Int?
  private var expectsKey = false
  private var element: Open?
  /// The object around a list that was just entered.
  private var entered: Open?
  /// Where the next article may begin if the element is damaged, and the line there.
  private var suspect: (place: Int, line: Int)?
  private var repeated = 0
  private var strays = 0
  private var strayLine = 0
  private var inStray = false
  private var isDone = false
  /// How many bytes go when the next element is asked for.
  private var released = 0

  init(_ source: any ByteSource, lists: Set<FieldNames.Path>, limits: ReadingLimits, chunk: Int = 1 << 18) {
    window = ByteWindow(source, chunk: chunk)
    self.lists = lists
    self.limits = limits
  }

  /// The next element; nil at the end.
  mutating func next() throws(SourceError) -> Element? {
    entered = nil
    release()
    while !isDone {
      if let found = scan() { return found }
      if element?.isPassing != false {
        let key = keyStart ?? position
        released = position - key <= Self.longestKey ? key : position
        release()
      } else if let found = lostPatience() {
        return found
      }
      if try !window.fetch(), let found = finish() { return found }
    }
    return nil
  }

  /// Goes back to where the next article may begin. Only right after `next` gave an object that turned out damaged.
  mutating func retry() {
    guard let suspect, repeated < Self.mostRepeated else { return }
    repeated += position - suspect.place
    (position, line, released) = (suspect.place, suspect.line, suspect.place)
    self.suspect = nil
    inString = false
    isEscaped = false
  }

  /// Takes the list that was just entered for a part of its object, which is an article. Only right after `next` gave
  /// what stands before the list.
  mutating func keepWhole() {
    guard var whole = entered else { return }
    whole.mayHoldList = false
    depth = frames.count - whole.frames - 1
    frames.removeLast(depth)
    element = whole
    released = 0
  }

  private mutating func release() {
    guard released > 0 else { return }
    window.release(released)
    position -= released
    element?.start -= released
    suspect?.place -= released
    keyStart = keyStart.flatMap { $0 >= released ? $0 - released : nil }
    released = 0
  }

  // MARK: - Damage

  /// Gives an element up that is too long, or seems to be several that a missing quote holds together.
  private mutating func lostPatience() -> Element? {
    guard let open = element else { return nil }
    if let suspect, position - suspect.place > limits.text + 100_000, repeated < Self.mostRepeated {
      leave()
      retry()
      return .open(line: open.line)
    }
    guard position - open.start > limits.line else { return nil }
    element?.isPassing = true
    suspect = nil
    return .tooLong(line: open.line)
  }

  /// Tells what is open at the end of the text; nil where nothing is, or where it is to be read again.
  private mutating func finish() -> Element? {
    if strays > 0 {
      defer { strays = 0 }
      return .strays(strays, line: strayLine)
    }
    isDone = true
    if let open = element {
      leave()
      if !open.isPassing, suspect != nil, repeated < Self.mostRepeated {
        retry()
        isDone = false
      }
      return .open(line: open.line)
    }
    return frames.isEmpty ? nil : .open(line: line)
  }

  private mutating func leave() {
    if let element { frames.removeLast(frames.count - element.frames) }
    element = nil
    depth = 0
    expectsKey = false
  }

  // MARK: - Structure

  /// Looks through what is held.
  private mutating func scan() -> Element? {
    while position < window.bytes.count {
      if inString {
        passString()
        continue
      }
      let byte = window.bytes[position]
      let place = position
      position += 1
      switch byte {
      case Bytes.newline:
        line += 1
      case 9, 11, 12, 13, 32: break
      case UInt8(ascii: "\""):
        inString = true
        if expectsKey {
          if depth == 0, element?.mayHoldList != false { keyStart = position }
        } else {
          noteStray()
        }
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        if byte == UInt8(ascii: "{"), suspect == nil, let element, !element.isPassing, place > element.start,
          window.bytes[place - 1] == Bytes.newline
        {
          suspect = (place, line)
        }
        if let found = open(isList: byte == UInt8(ascii: "["), at: place) { return found }
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if let found = close(isList: byte == UInt8(ascii: "]")) { return found }
      case UInt8(ascii: ","):
        inStray = false
        expectsKey = frames.last?.isList == false
      case UInt8(ascii: ":"): expectsKey = false
      default: noteStray()
      }
    }
    return nil
  }

  /// Goes through a string, to its end or to the end of what is held.
  private mutating func passString() {
    let watches = element?.isPassing == false && suspect == nil
    let start = position
    let escaped = isEscaped
    let (end, object) = window.bytes.withUnsafeBufferPointer { bytes -> (Int, Int?) in
      var index = escaped ? start + 1 : start
      var object: Int?
      while index < bytes.count {
        let byte = bytes[index]
        if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte == Bytes.newline { break }
        if byte == UInt8(ascii: "{"), watches, object == nil, Self.followsAnObject(bytes, index) { object = index }
        index += 1
      }
      return (index, object)
    }
    isEscaped = false
    if let object { suspect = (object, line) }
    position = min(end, window.bytes.count)
    guard position < window.bytes.count else { return }
    position += 1
    switch window.bytes[end] {
    case UInt8(ascii: "\\"): isEscaped = true
    case Bytes.newline:
      // No string may hold one: perhaps a quote is missing.
      line += 1
      if watches, suspect == nil { suspect = (position, line) }
    default:
      inString = false
      guard let start = keyStart else { return }
      keyStart = nil
      let key = window.bytes[start..<end].prefix(Self.longestKey)
      if !frames.isEmpty { frames[frames.count - 1].key = FieldNames.key(Bytes.text(key)) }
    }
  }

  /// Whether a brace and a comma stand before an opening brace.
  private static func followsAnObject(_ bytes: UnsafeBufferPointer<UInt8>, _ place: Int) -> Bool {
    var index = place - 1
    for sign in [UInt8(ascii: ","), UInt8(ascii: "}")] {
      while index > place - 8, index >= 0, Bytes.isSpace(bytes[index]) { index -= 1 }
      guard index >= 0, bytes[index] == sign else { return false }
      index -= 1
    }
    return true
  }

  /// Counts a value that is no object where articles are expected.
  private mutating func noteStray() {
    guard element == nil, !inStray, frames.allSatisfy(\.isList) else { return }
    inStray = true
    if strays == 0 { strayLine = line }
    strays += 1
  }

  /// Whether an object in the innermost frame is an article.
  private var holdsArticles: Bool {
    guard frames.last?.isList != false else { return false }
    let keys = frames.filter { !$0.isList }.map(\.key)
    return keys.isEmpty || lists.contains(keys)
  }

  private mutating func open(isList: Bool, at place: Int) -> Element? {
    defer { expectsKey = !isList }
    guard let around = element else {
      let isArticle = !isList && holdsArticles
      inStray = false
      if frames.count >= limits.nesting {
        isDone = true
        return .tooDeep(line: line)
      }
      if isArticle {
        element = Open(frames: frames.count, start: place, line: line, mayHoldList: frames.isEmpty)
        suspect = nil
      }
      frames.append(Frame(isList: isList))
      return nil
    }
    if depth == 0, around.mayHoldList, frames.count - around.frames <= Self.deepestList {
      let isFirst = !isList && frames.last?.isList == true && holdsArticles
      guard !isFirst else {
        let before = around.isPassing ? [] : Array(window.bytes[around.start..<place])
        let objects = frames.filter { !$0.isList }.count
        entered = around
        element = Open(frames: frames.count, start: place, line: line, mayHoldList: false)
        frames.append(Frame(isList: false))
        suspect = nil
        released = place
        return .surroundings(
          before + [UInt8(ascii: "]")] + [UInt8](repeating: UInt8(ascii: "}"), count: objects))
      }
      // An object of another list is passed over like any value.
      if isList || frames.last?.isList == false {
        frames.append(Frame(isList: isList))
        return nil
      }
    }
    depth += 1
    if frames.count + depth > limits.nesting, !around.isPassing {
      element?.isPassing = true
      suspect = nil
      return .tooDeep(line: around.line)
    }
    return nil
  }

  private mutating func close(isList: Bool) -> Element? {
    expectsKey = false
    guard let open = element else {
      // A bracket of the other sort is left over from damage.
      if frames.last?.isList == isList { frames.removeLast() }
      return nil
    }
    if depth > 0 {
      depth -= 1
      return nil
    }
    if frames.count > open.frames + 1 {
      frames.removeLast()
      return nil
    }
    leave()
    guard !open.isPassing else { return nil }
    released = position
    if position - open.start > limits.line { return .tooLong(line: open.line) }
    return .object(Array(window.bytes[open.start..<position]), line: open.line)
  }
}
