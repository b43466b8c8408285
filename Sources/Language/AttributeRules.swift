/// The model's rules that turn tag, word and dependency into part of speech, morphology, and a few lemmas.
///
/// All rules are matched against the state before any applies; then they apply in order, later ones on top.
struct AttributeRules: Sendable {
  /// What a rule demands of one token. Tags and dependencies are sets of bits, words are numbers in `words`.
  struct Test: Sendable {
    var tags = UInt64.max
    var dependencies = UInt64.max
    var words: Set<Int>?
    var isSpace: Bool?

    func matches(_ token: Facts) -> Bool {
      (tags >> token.tag) & 1 != 0 && (dependencies >> token.dependency) & 1 != 0
        && (words?.contains(token.word) ?? true) && (isSpace ?? token.isSpace) == token.isSpace
    }
  }

  /// What the rules look at in a token. `tag` and `dependency` are bit numbers, `word` is -1 for a word of no rule.
  struct Facts {
    let tag: UInt64
    let dependency: UInt64
    let word: Int
    let isSpace: Bool
  }

  /// What a rule sets; nil leaves things as they are.
  struct Effect: Sendable {
    var pos: PartOfSpeech?
    var morph: String?
    var lemma: String?
    var tag: String?
    var dependency: Dependency?
  }

  /// A pattern over several tokens and the token that its rule changes.
  struct Sequence: Sendable {
    let rule: Int
    let tests: [Test]
    let target: Int
  }

  private(set) var effects: [Effect] = []
  /// Patterns of one token with their rules, in the rules' order.
  private(set) var singles: [(rule: Int, test: Test)] = []
  private(set) var sequences: [Sequence] = []
  private(set) var words = ByteTable(capacity: 256)

  /// Reads attribute_ruler/patterns; `tags` are the tagger's, in order, at most 64.
  init(_ file: MessageFile, tags: [String]) throws(LanguageError) {
    var compiler = AttributeRuleCompiler(file: file, tags: tags)
    for (number, value) in try file.list(file.root, "the list of rules").enumerated() {
      let what = "rule \(number)"
      effects.append(try compiler.effect(file.field("attrs", of: value), what))
      let index = try compiler.index(file.field("index", of: value), what)
      for pattern in try file.list(file.field("patterns", of: value), what) {
        var tests: [Test] = []
        for spec in try file.list(pattern, what) { tests.append(try compiler.test(spec, what)) }
        let target = index < 0 ? tests.count + index : index
        guard tests.indices.contains(target) else { throw file.damaged("\(what) points outside its pattern") }
        if tests.count == 1 {
          singles.append((number, tests[0]))
        } else {
          sequences.append(Sequence(rule: number, tests: tests, target: target))
        }
      }
    }
    words = compiler.words
  }
}
