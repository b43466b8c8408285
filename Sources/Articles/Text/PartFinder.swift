import Vocabulary

/// Goes through the units of one body and says what each is.
struct PartFinder {
  /// A dateline in bytes of the body.
  struct FoundDateline {
    var place: String
    var partial: DateReader.Partial?
    var agency: String?
    var range: Range<Int>
  }

  private let data: ReadingData
  private let body: [UInt8]
  private let titleKey: String
  private var captions = RepeatRule()
  private var previous: Range<Int>?
  private var captionIndex = -10
  private var tableIndex = -10
  private var openBrackets = 0

  /// The parts, in order.
  private(set) var parts: [Part] = []
  /// The first dateline.
  private(set) var dateline: FoundDateline?
  /// The day of a line such as "Published: 30 January 2023".
  private(set) var published: CalendarDate?
  /// The day of a line such as "Updated: 30 January 2023".
  private(set) var updated: CalendarDate?
  /// The agencies that are named.
  private(set) var agencies: [String] = []

  init(data: ReadingData, body: [UInt8], title: String) {
    self.data = data
    self.body = body
    titleKey = BoilerplateRule.key(of: Array(title.utf8))
  }

  /// Finds the parts.
  mutating func find(in units: [Unit]) {
    for (index, unit) in units.enumerated() {
      let isShort = unit.range.count <= CaptionRule.longest
      if let mark = unit.mark {
        add(mark, unit.range)
      } else if isCode(unit.range) {
        add(.boilerplate, unit.range)
      } else if !isShort || !line(unit, index, units) {
        running(unit.range)
      }
      previous = isShort ? unit.range : nil
    }
  }

  /// Whether a unit is code, or goes on with code that is open.
  private mutating func isCode(_ range: Range<Int>) -> Bool {
    let text = body[range]
    guard CodeRule.applies(text) || (openBrackets > 0 && CodeRule.goesOn(text)) else {
      openBrackets = 0
      return false
    }
    openBrackets = max(0, openBrackets + CodeRule.depth(text))
    return true
  }

  /// Whether a unit is a row of a table: of numbers beside another row, or of cells beside one of numbers.
  private mutating func isTable(_ index: Int, _ units: [Unit]) -> Bool {
    let text = Array(body[units[index].range])
    let hasNumbers = TableRule.applies(text)
    guard hasNumbers || TableRule.hasCells(text) else { return false }
    if tableIndex == index - 1 {
      tableIndex = index
      return true
    }
    guard index + 1 < units.count, units[index + 1].range.count <= TableRule.longest,
      TableRule.applies(Array(body[units[index + 1].range]))
    else { return false }
    tableIndex = index
    return true
  }

  /// Says what a short unit is; false where it is running text.
  private mutating func line(_ unit: Unit, _ index: Int, _ units: [Unit]) -> Bool {
    let range = unit.range
    let text = Array(body[range])
    if index < 4, !titleKey.isEmpty, text.count < titleKey.utf8.count + 40, BoilerplateRule.key(of: text) == titleKey {
      add(.boilerplate, range)
    } else if BoilerplateRule(data: data).applies(text) {
      add(.boilerplate, range)
    } else if let found = PublishedRule(data: data).find(in: text) {
      keep(found)
      add(.dateline, range)
    } else if BylineRule(data: data).applies(text) {
      add(.byline, range)
      name(in: range)
    } else if CreditRule(data: data).applies(text) {
      add(.credit, range)
      name(in: range)
    } else if let found = CaptionRule(data: data).find(in: text) {
      caption(found, range, index)
    } else if index - captionIndex <= 2, captions.wouldRepeat(text) {
      add(.boilerplate, range)
    } else if isTable(index, units) {
      add(.boilerplate, range)
    } else if unit.isAlone, index < units.count - 1, HeadingRule.applies(text),
      DatelineRule(data: data).find(in: text) == nil,
      CreditRule(data: data).trailing(in: text) == nil
    {
      add(.heading, range)
    } else {
      return segments(range, text)
    }
    return true
  }

  /// Says what the parts of a line such as "By Jane Doe | Published January 30, 2023 | 3 min read" are; false where one
  /// of them is none of that.
  private mutating func segments(_ range: Range<Int>, _ text: [UInt8]) -> Bool {
    guard text.count <= 240, let sign = LineSigns.separator(in: text) else { return false }
    let dates = PublishedRule(data: data)
    var found: [(Block.Kind, Range<Int>)] = []
    var days: [PublishedRule.Found] = []
    for part in LineSigns.parts(of: text, at: sign) {
      let words = Array(text[part])
      let place = (range.lowerBound + part.lowerBound)..<(range.lowerBound + part.upperBound)
      if let day = dates.find(in: words) {
        days.append(day)
        found.append((.dateline, place))
      } else if BylineRule(data: data).applies(words) {
        found.append((.byline, place))
      } else if BoilerplateRule(data: data).applies(words) {
        found.append((.boilerplate, place))
      } else if CreditRule(data: data).applies(words) {
        found.append((.credit, place))
      } else {
        return false
      }
    }
    guard found.count > 1 else { return false }
    days.forEach { keep($0) }
    for (kind, place) in found {
      add(kind, place)
      if kind == .byline || kind == .credit { name(in: place) }
    }
    return true
  }

  private mutating func keep(_ found: PublishedRule.Found) {
    if found.isUpdate {
      if updated == nil { updated = found.date }
    } else if published == nil {
      published = found.date
    }
  }

  private mutating func caption(_ found: CaptionRule.Found, _ range: Range<Int>, _ index: Int) {
    let words = range.lowerBound..<(range.lowerBound + found.captionEnd)
    let credit = found.creditStart.map { (range.lowerBound + $0)..<range.upperBound }
    if let credit { name(in: credit) }
    guard !words.isEmpty else {
      if let credit { add(.credit, credit) }
      return
    }
    let text = Array(body[words])
    var before = RepeatRule()
    if let previous { _ = before.repeats(Array(body[previous])) }
    if captions.repeats(text) || before.wouldRepeat(text) {
      add(.boilerplate, range)
    } else {
      add(.caption, words)
      if let credit { add(.credit, credit) }
      captionIndex = index
    }
  }

  /// A paragraph, perhaps with a dateline before it and a credit behind it.
  private mutating func running(_ range: Range<Int>) {
    var start = range.lowerBound
    let opening = Array(body[Bytes.prefix(range, DatelineRule.longest + 40, of: body)])
    if let found = DatelineRule(data: data).find(in: opening), found.end < opening.count || range.count == opening.count
    {
      let place = start..<(start + found.length)
      add(.dateline, place)
      if dateline == nil, !found.place.isEmpty {
        dateline = FoundDateline(place: found.place, partial: found.date, agency: found.agency, range: place)
      }
      if let agency = found.agency { take(CreditRule(data: data).agencies(agency)) }
      if let byline = found.byline {
        add(.byline, (start + byline)..<range.upperBound)
        name(in: (start + byline)..<range.upperBound)
      }
      start += found.end
    }
    var end = range.upperBound
    var tail = max(start, end - CreditRule.longest - 10)
    while tail < end, Bytes.isContinuation(body[tail]) { tail += 1 }
    if let open = CreditRule(data: data).trailing(in: Array(body[tail..<end])) {
      end = tail + open
    }
    let words = Bytes.trimmed(start..<max(start, end), of: body)
    for part in ParagraphCut.parts(of: words, in: body) { add(.paragraph, part) }
    if end < range.upperBound {
      add(.credit, end..<range.upperBound)
      name(in: end..<range.upperBound)
    }
  }

  private mutating func add(_ kind: Block.Kind, _ range: Range<Int>) {
    if !range.isEmpty { parts.append(Part(kind: kind, range: range)) }
  }

  private mutating func name(in range: Range<Int>) {
    take(CreditRule(data: data).agenciesNamed(in: Bytes.text(body[range])))
  }

  /// Keeps agencies; words that stand for any agency are none.
  private mutating func take(_ names: [String]) {
    for name in names where !agencies.contains(name) && !data.has(.credit, name.lowercased()) { agencies.append(name) }
  }
}
