/// Finds dictionary forms by rules, exceptions and word lists, part of speech by part of speech. Immutable.
struct Lemmatizer: Sendable {
  private struct Table: Sendable {
    var rules: [(old: [UInt8], new: [UInt8])] = []
    var exceptions = ByteTable()
    var exceptionForms: [[String]] = []
    var index = ByteTable()
  }

  private var tables: [PartOfSpeech: Table] = [:]

  /// Reads lemmatizer/lookups/lookups.bin.
  init(_ file: MessageFile, lexicon: Lexicon) throws(LanguageError) {
    let rules = try file.map(file.field("lemma_rules", of: file.root), "lemma_rules")
    let exceptions = try file.map(file.field("lemma_exc", of: file.root), "lemma_exc")
    let index = try file.map(file.field("lemma_index", of: file.root), "lemma_index")
    for pos in PartOfSpeech.allCases where pos != .unknown {
      let key = lexicon.id(pos.rawValue.lowercased())
      func find(_ items: [(key: MessageValue, value: MessageValue)]) -> MessageValue? {
        items.first { if case .unsigned(key) = $0.key { true } else { false } }?.value
      }
      let (ruleList, exceptionMap, words) = (find(rules), find(exceptions), find(index))
      if ruleList == nil && exceptionMap == nil && words == nil { continue }
      var table = Table()
      if let ruleList {
        for rule in try file.list(ruleList, "lemma_rules") {
          let pair = try file.list(rule, "a lemma rule")
          guard pair.count == 2 else { throw file.damaged("a lemma rule has not two parts") }
          let old = Array(file.bytes[try file.range(pair[0], "a lemma rule")])
          table.rules.append((old, Array(file.bytes[try file.range(pair[1], "a lemma rule")])))
        }
      }
      if let exceptionMap {
        let items = try file.map(exceptionMap, "lemma_exc")
        table.exceptions = ByteTable(capacity: items.count)
        for item in items {
          try Self.add(item.key, of: file, to: &table.exceptions)
          var forms: [String] = []
          for form in try file.list(item.value, "lemma_exc") { forms.append(try file.string(form, "lemma_exc")) }
          table.exceptionForms.append(forms)
        }
        guard table.exceptions.count == items.count else { throw file.damaged("lemma_exc has a word twice") }
      }
      if let words {
        let items = try file.list(words, "lemma_index")
        table.index = ByteTable(capacity: items.count)
        for item in items { try Self.add(item, of: file, to: &table.index) }
      }
      tables[pos] = table
    }
  }

  private static func add(
    _ word: MessageValue, of file: MessageFile, to table: inout ByteTable
  ) throws(LanguageError) {
    let range = try file.range(word, "a lemma")
    _ = file.bytes.withUnsafeBufferPointer { table.insert(UnsafeBufferPointer(rebasing: $0[range])) }
  }

  /// The lemma of a word with its part of speech and morphology.
  func lemma(text: String, lower: String, pos: PartOfSpeech, morph: String) -> String {
    if pos == .unknown || pos == .space || Self.isBase(pos, morph) { return lower }
    guard let table = tables[pos] else { return pos == .properNoun ? text : lower }
    let bytes = Array(lower.utf8)
    var forms: [String] = []
    var unknown: [String] = []
    for (old, new) in table.rules where bytes.count >= old.count && bytes.suffix(old.count).elementsEqual(old) {
      let candidate = Array(bytes.dropLast(old.count)) + new
      if candidate.isEmpty { continue }
      let form = String(decoding: candidate, as: UTF8.self)
      if candidate.withUnsafeBufferPointer({ table.index.find($0) }) != nil {
        forms.insert(form, at: 0)
      } else if form.unicodeScalars.allSatisfy({ ScalarClasses.isAlphabetic($0.value) }) {
        unknown.append(form)
      } else {
        forms.append(form)
      }
    }
    // A form that comes twice keeps its first place, and only the first form counts, so doubles do no harm.
    if let index = table.exceptions.find(lower) {
      for form in table.exceptionForms[index] where !forms.contains(where: { $0.utf8.elementsEqual(form.utf8) }) {
        forms.insert(form, at: 0)
      }
    }
    return forms.first ?? unknown.first ?? text
  }

  /// Whether the morphology says that the word is its own lemma.
  private static func isBase(_ pos: PartOfSpeech, _ morph: String) -> Bool {
    if morph.isEmpty { return false }
    let features = morph.split(separator: "|")
    let isSingular = pos == .noun && features.contains("Number=Sing")
    let isPresent =
      pos == .verb && features.contains("VerbForm=Fin") && features.contains("Tense=Pres")
      && !features.contains { $0.hasPrefix("Number=") }
    return isSingular || isPresent || features.contains("VerbForm=Inf") || features.contains("Degree=Pos")
      || features.contains("VerbForm=None")
  }
}
