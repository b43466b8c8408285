/// Reads the parts of the attribute rules and compiles them into sets.
struct AttributeRuleCompiler {
  let file: MessageFile
  let tags: [String]
  private(set) var words = ByteTable(capacity: 256)

  init(file: MessageFile, tags: [String]) {
    self.file = file
    self.tags = tags
  }

  func index(_ value: MessageValue?, _ what: String) throws(LanguageError) -> Int {
    try file.integer(value, "the index of \(what)")
  }

  /// Reads what a rule sets.
  func effect(_ value: MessageValue?, _ what: String) throws(LanguageError) -> AttributeRules.Effect {
    var effect = AttributeRules.Effect()
    for item in try file.map(value, "what \(what) sets") {
      let text = try file.string(item.value, "what \(what) sets")
      switch try file.string(item.key, "what \(what) sets") {
      case "POS":
        guard let pos = PartOfSpeech(rawValue: text) else { throw file.damaged("\(what) sets the unknown POS \(text)") }
        effect.pos = pos
      case "MORPH": effect.morph = text == "_" ? "" : text
      case "LEMMA": effect.lemma = text
      case "TAG": effect.tag = text
      case "DEP":
        guard let dep = Dependency(rawValue: text) else { throw file.damaged("\(what) sets the unknown DEP \(text)") }
        effect.dependency = dep
      case let key: throw file.damaged("\(what) sets the unknown attribute \(key)")
      }
    }
    return effect
  }

  /// Reads what a rule demands of one token.
  mutating func test(_ value: MessageValue, _ what: String) throws(LanguageError) -> AttributeRules.Test {
    var test = AttributeRules.Test()
    for item in try file.map(value, what) {
      switch try file.string(item.key, what) {
      case "IS_SPACE":
        guard case .bool(let flag) = item.value else { throw file.damaged("\(what) has an odd IS_SPACE") }
        test.isSpace = flag
      case "TAG":
        let (names, negated) = try choice(item.value, what)
        let bits = tags.indices.reduce(UInt64(0)) { names.contains(tags[$1]) ? $0 | 1 << UInt64($1) : $0 }
        test.tags = negated ? ~bits : bits
      case "DEP":
        let (names, negated) = try choice(item.value, what)
        let bits = Dependency.allCases.reduce(UInt64(0)) { names.contains($1.rawValue) ? $0 | 1 << $1.bit : $0 }
        test.dependencies = negated ? ~bits : bits
      case "LOWER":
        let (names, negated) = try choice(item.value, what)
        guard !negated else { throw file.damaged("\(what) excludes words") }
        test.words = Set(names.map { words.insert($0) })
      case let key: throw file.damaged("\(what) tests the unknown attribute \(key)")
      }
    }
    return test
  }

  /// One text, or the texts to be in or not in, or those that a simple expression stands for.
  private func choice(_ value: MessageValue, _ what: String) throws(LanguageError) -> (names: [String], negated: Bool) {
    if case .text = value { return ([try file.string(value, what)], false) }
    let items = try file.map(value, what)
    guard items.count == 1, let item = items.first else { throw file.damaged("\(what) has several conditions in one") }
    let kind = try file.string(item.key, what)
    if kind == "REGEX" {
      let pattern = try file.string(item.value, what)
      guard let names = FiniteExpression.expand(pattern) else {
        throw file.damaged("\(what) has the expression \(pattern)")
      }
      return (names, false)
    }
    guard kind == "IN" || kind == "NOT_IN" else { throw file.damaged("\(what) has the unknown condition \(kind)") }
    var names: [String] = []
    for name in try file.list(item.value, what) { names.append(try file.string(name, what)) }
    return (names, kind == "NOT_IN")
  }
}

/// Regular expressions of the form ^a[bc]d?$, which stand for a few words only.
enum FiniteExpression {
  /// All words that the expression matches; nil where it has another form.
  static func expand(_ pattern: String) -> [String]? {
    guard pattern.hasPrefix("^"), pattern.hasSuffix("$"), pattern.count >= 2 else { return nil }
    var words = [""]
    var rest = Array(pattern.dropFirst().dropLast())[...]
    while let next = rest.popFirst() {
      var choices: [String]
      if next == "[" {
        guard let close = rest.firstIndex(of: "]") else { return nil }
        choices = rest[..<close].map { String($0) }
        rest = rest[(close + 1)...]
      } else if "\\^$.|?*+()]{}".contains(next) {
        return nil
      } else {
        choices = [String(next)]
      }
      if rest.first == "?" {
        rest = rest.dropFirst()
        choices.append("")
      }
      words = words.flatMap { word in choices.map { word + $0 } }
      guard words.count <= 64 else { return nil }
    }
    return words
  }
}

extension Dependency {
  /// The number of the label among all, fewer than 64.
  var bit: UInt64 { Self.bits[self] ?? 0 }

  private static let bits: [Dependency: UInt64] = Dictionary(
    uniqueKeysWithValues: allCases.enumerated().map { ($1, UInt64($0)) })
}
