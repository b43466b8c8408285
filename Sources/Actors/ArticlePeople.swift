import Vocabulary

/// The persons of one article: what any sentence says of somebody holds for the whole article.
struct ArticlePeople {
  /// A person as the article knows him or her.
  struct Person {
    var name: String
    /// The registry's number, where it knows the person.
    var holder: Int?
    /// For whom the person acts.
    var principal: Actor?
    /// Whether the article itself tells for whom.
    var isExplicit = false
    /// The role nouns that the article gives the person.
    var roles: Set<String> = []
    /// Whether an office stands before the name as a title.
    var isTitled = false
    /// Whether the article calls an office of the person past.
    var isFormer = false
    /// Whether "he" or "she" takes the person up, where the name or a title tells.
    var gender: Gender?
    /// Whether the name was asked for it.
    var isGenderSought = false
  }

  private(set) var all: [Person] = []
  private var byName: [String: Int] = [:]
  private var byWord: [WordKey: [Int]] = [:]
  private let spellings: SpellingBook

  init(spellings: SpellingBook) { self.spellings = spellings }

  subscript(_ number: Int) -> Person { all[number] }

  /// The person of this full name, added where it is new.
  mutating func person(named name: String, words: [String], holder: Int?) -> Int {
    let key = holder.map { "#\($0)" } ?? name
    if let known = byName[key] ?? byName[name] {
      if all[known].holder == nil { all[known].holder = holder }
      return known
    }
    let number = all.count
    all.append(Person(name: name, holder: holder))
    byName[key] = number
    if byName[name] == nil { byName[name] = number }
    for word in words {
      let key = spellings.key(word)
      if byWord[key]?.last != number { byWord[key, default: []].append(number) }
    }
    return number
  }

  /// The person of this full name.
  func person(named name: String) -> Int? { byName[name] }

  /// The person whom one word of a name means: the one whose last word it is, else whose first; the latest of several.
  func person(word key: WordKey) -> Int? {
    guard let numbers = byWord[key] else { return nil }
    return numbers.last { spellings.keys(all[$0].name).last == key } ?? numbers.last
  }

  /// The latest person whose longer name ends with these words.
  func person(ending words: [WordKey]) -> Int? {
    guard words.count > 1, let last = words.last, let numbers = byWord[last] else { return nil }
    return numbers.last { number in
      let name = spellings.keys(all[number].name)
      return name.count > words.count && name.suffix(words.count).elementsEqual(words)
    }
  }

  /// Notes for whom a person acts, on the word of the article; the first word holds.
  mutating func note(_ number: Int, principal: Actor, isExplicit: Bool) {
    guard all[number].principal == nil || (isExplicit && !all[number].isExplicit) else { return }
    all[number].principal = principal
    all[number].isExplicit = isExplicit
  }

  /// Notes for whom a person acts by the office that the registry knows, whatever else was noted.
  mutating func place(_ number: Int, principal: Actor) {
    all[number].principal = principal
    all[number].isExplicit = true
  }

  mutating func note(_ number: Int, role: String) { all[number].roles.insert(role) }

  /// Notes an office: the roles "foreign minister" and "minister".
  mutating func note(_ number: Int, office: String) {
    all[number].roles.insert(office)
    if let noun = office.split(separator: " ").last { all[number].roles.insert(String(noun)) }
  }

  mutating func noteTitle(_ number: Int) { all[number].isTitled = true }

  mutating func noteFormer(_ number: Int) { all[number].isFormer = true }

  /// Asks a person's name for the gender, once.
  mutating func noteGender(_ number: Int, of name: (String) -> Gender?) {
    guard !all[number].isGenderSought else { return }
    all[number].isGenderSought = true
    note(number, gender: name(all[number].name))
  }

  /// Notes a person's gender; the first word holds.
  mutating func note(_ number: Int, gender: Gender?) {
    if all[number].gender == nil { all[number].gender = gender }
  }
}
