public import Vocabulary

/// Gives a headline in capitals the case of a sentence, so that parser and matcher read it like any other.
///
///     PAKISTAN SLAMS INDIA OVER RIVER TREATY   →   Pakistan slams India over river treaty
///
/// Names of the registry and office holders of the date keep their capitals. Each scalar stays in its place.
public struct Recasing: Sendable {
  private let registry: ActorRegistry

  /// Makes one with the registry's names.
  public init(registry: ActorRegistry) { self.registry = registry }

  /// Words that are never read as a name in capitals.
  private static let functionWords: Set<String> = [
    "a", "all", "an", "and", "are", "as", "at", "be", "but", "by", "can", "do", "for", "from", "has", "he", "her",
    "his", "i", "if", "in", "is", "it", "its", "may", "no", "not", "of", "off", "on", "one", "or", "out", "she", "so",
    "that", "the", "they", "this", "to", "up", "was", "we", "what", "when", "who", "will", "with",
  ]

  /// Whether nearly all letters of a text are capitals, and there are several words of them.
  public static func isCapital(_ text: String) -> Bool {
    var capitals = 0
    var others = 0
    var words = 1
    for scalar in text.unicodeScalars {
      if scalar.properties.isUppercase {
        capitals += 1
      } else if scalar.properties.isLowercase {
        others += 1
        if others > 8, others > capitals { return false }
      } else if scalar == " " {
        words += 1
      }
    }
    return words > 2 && capitals > 7 && others * 8 < capitals
  }

  /// The text in the case of a sentence; the text itself where it is not in capitals.
  /// - Parameter date: The article's date, for the names of those in office.
  public func recased(_ text: String, date: CalendarDate?) -> String {
    guard Self.isCapital(text) else { return text }
    let original = Array(text.unicodeScalars)
    let lower = original.map(Self.lower)
    let starts = original.indices.filter { Self.isWordStart($0, original) }
    var title = lower
    for start in starts { title[start] = original[start] }
    let foldedTitle = title.map(Folding.fold)
    let foldedOriginal = original.map(Folding.fold)
    func isEnd(_ offset: Int) -> Bool { offset == original.count || !Self.isLetter(original[offset]) }
    var result = lower
    var open = 0
    for (number, start) in starts.enumerated() where start >= open {
      let end = (start..<original.count).first { !Self.isLetter(original[$0]) } ?? original.count
      let word = Self.string(lower[start..<end])
      let isFunction = Self.functionWords.contains(word)
      let inTitle = registry.names.longest(in: foldedTitle, at: start, isEnd: isEnd)
      let inCapitals = isFunction ? nil : registry.names.longest(in: foldedOriginal, at: start, isEnd: isEnd)
      if let inCapitals, inTitle.map({ keepsCapitals(inCapitals, besides: $0, foldedTitle[start...]) }) ?? true {
        for index in start..<start + inCapitals.length { result[index] = original[index] }
        open = start + inCapitals.length
      } else if let inTitle {
        for index in start..<start + inTitle.length { result[index] = title[index] }
        open = start + inTitle.length
      } else if !isFunction, isInOffice(word, date) {
        result[start] = title[start]
      }
      if number == 0 { result[start] = original[start] }
    }
    return Self.string(result[...])
  }

  /// Whether a name stays in capitals that is one in small letters too: "NATO" does, for "Nato" is the same actor's and
  /// not its usual name; "INTERPOL" and, being another actor's, "GUAM" do not.
  private func keepsCapitals(
    _ capitals: (length: Int, names: [NameIndex.Name]), besides title: (length: Int, names: [NameIndex.Name]),
    _ text: ArraySlice<UInt32>
  ) -> Bool {
    guard capitals.length == title.length else { return capitals.length > title.length }
    let usual = text.prefix(title.length)
    return capitals.names.contains { name in
      guard title.names.contains(where: { $0.meaning == name.meaning }) else { return false }
      guard case .actor(let number) = name.meaning else { return true }
      return !Folding.fold(registry.entries[number].actor.name).elementsEqual(usual)
    }
  }

  private func isInOffice(_ word: String, _ date: CalendarDate?) -> Bool {
    let key = registry.spellings.key(word)
    return (registry.people.holders(word: key) + registry.people.holders(short: key)).contains {
      registry.rank(ofHolder: $0, at: date).map { $0 < 3 } ?? false
    }
  }

  /// Whether a word begins at a place; what an apostrophe ties to a word is none ("RUSSIA'S", "DON'T", "THEY'RE").
  private static func isWordStart(_ index: Int, _ text: [Unicode.Scalar]) -> Bool {
    guard isLetter(text[index]), index > 0 else { return isLetter(text[index]) }
    if isLetter(text[index - 1]) { return false }
    guard index > 1, Folding.fold(text[index - 1]) == 0x27, text[index - 2] != " " else { return true }
    return text[index...].prefix(3).prefix(while: isLetter).count > 2
  }

  private static func isLetter(_ scalar: Unicode.Scalar) -> Bool { scalar.properties.isAlphabetic }

  /// The small letter of a scalar; the scalar itself where it is none or becomes several.
  private static func lower(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
    let mapped = scalar.properties.lowercaseMapping.unicodeScalars
    guard mapped.count == 1, let small = mapped.first else { return scalar }
    return small
  }

  private static func string(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    var view = String.UnicodeScalarView()
    view.append(contentsOf: scalars)
    return String(view)
  }
}
