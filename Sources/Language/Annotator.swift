/// What rules and lemmatizer make of a token.
struct Annotation {
  var tag: String
  var pos: PartOfSpeech
  var morph: String
  var lemma: String
  var dependency: Dependency
}

/// Gives tokens their part of speech, morphology and lemma. All depends on form, tag and dependency, so each such
/// combination is worked out once; only the few rules that span tokens are looked at in place.
final class Annotator {
  private struct Entry {
    let annotation: Annotation
    /// The rules of one token that match, ascending.
    let rules: [Int]
    /// Whether a rule over several tokens may begin here.
    let beginsSequence: Bool
  }

  private let rules: AttributeRules
  private let lemmatizer: Lemmatizer
  private let tags: [String]
  private let dependencies = Array(Dependency.allCases)
  private var numbers: [UInt64: Int] = [:]
  private var entries: [Entry] = []
  private var found: [Int] = []

  init(rules: AttributeRules, lemmatizer: Lemmatizer, tags: [String]) {
    self.rules = rules
    self.lemmatizer = lemmatizer
    self.tags = tags
  }

  var isFull: Bool { entries.count > 50_000 }

  func removeAll() {
    numbers.removeAll(keepingCapacity: true)
    entries.removeAll(keepingCapacity: true)
  }

  /// Annotates the tokens of one text. `forms` are numbers in `store`, `tagNumbers` are the tagger's.
  func annotate(
    forms: ArraySlice<Int32>, tagNumbers: ArraySlice<UInt8>, labels: [Dependency], store: LexemeStore,
    into result: inout [Annotation]
  ) {
    result.removeAll(keepingCapacity: true)
    found.removeAll(keepingCapacity: true)
    var hasSequences = false
    for (index, (form, tag)) in zip(forms, tagNumbers).enumerated() {
      let number = self.number(form, tag, labels[index], store)
      found.append(number)
      result.append(entries[number].annotation)
      hasSequences = hasSequences || entries[number].beginsSequence
    }
    if hasSequences { applySequences(forms, tagNumbers, labels, store, &result) }
  }

  private func number(_ form: Int32, _ tag: UInt8, _ label: Dependency, _ store: LexemeStore) -> Int {
    let key = UInt64(UInt32(bitPattern: form)) << 16 | UInt64(tag) << 8 | label.bit
    if let number = numbers[key] { return number }
    let lexeme = store.lexemes[Int(form)]
    let facts = self.facts(lexeme, tag, label)
    let matching = rules.singles.filter { $0.test.matches(facts) }.map(\.rule)
    numbers[key] = entries.count
    entries.append(
      Entry(
        annotation: apply(matching, lexeme, tag, label), rules: matching,
        beginsSequence: rules.sequences.contains { $0.tests[0].matches(facts) }))
    return entries.count - 1
  }

  private func facts(_ lexeme: Lexeme, _ tag: UInt8, _ label: Dependency) -> AttributeRules.Facts {
    AttributeRules.Facts(
      tag: UInt64(tag), dependency: label.bit, word: rules.words.find(lexeme.lower) ?? -1, isSpace: lexeme.isSpace)
  }

  private func apply(_ matching: [Int], _ lexeme: Lexeme, _ tag: UInt8, _ label: Dependency) -> Annotation {
    var result = Annotation(tag: tags[Int(tag)], pos: .unknown, morph: "", lemma: "", dependency: label)
    var lemma: String?
    for rule in matching {
      let effect = rules.effects[rule]
      result.pos = effect.pos ?? result.pos
      result.morph = effect.morph ?? result.morph
      result.tag = effect.tag ?? result.tag
      result.dependency = effect.dependency ?? result.dependency
      lemma = effect.lemma ?? lemma
    }
    result.lemma =
      lemma ?? lemmatizer.lemma(text: lexeme.text, lower: lexeme.lower, pos: result.pos, morph: result.morph)
    return result
  }

  /// Applies rules over several tokens, each in its place among the rules of the token that it changes.
  private func applySequences(
    _ forms: ArraySlice<Int32>, _ tagNumbers: ArraySlice<UInt8>, _ labels: [Dependency], _ store: LexemeStore,
    _ result: inout [Annotation]
  ) {
    func lexeme(_ index: Int) -> Lexeme { store.lexemes[Int(forms[forms.startIndex + index])] }
    func tag(_ index: Int) -> UInt8 { tagNumbers[tagNumbers.startIndex + index] }
    var extra: [Int: [Int]] = [:]
    for start in found.indices where entries[found[start]].beginsSequence {
      for sequence in rules.sequences where start + sequence.tests.count <= found.count {
        let matches = sequence.tests.indices.allSatisfy { place in
          let index = start + place
          return sequence.tests[place].matches(facts(lexeme(index), tag(index), labels[index]))
        }
        if matches { extra[start + sequence.target, default: []].append(sequence.rule) }
      }
    }
    for (index, more) in extra {
      let matching = (entries[found[index]].rules + more).sorted()
      result[index] = apply(matching, lexeme(index), tag(index), labels[index])
    }
  }
}
