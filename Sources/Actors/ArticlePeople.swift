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
  }

  private(set) var all: [Person] = []
  private var byName: [String: Int] = [:]
  private var byWord: [String: [Int]] = [:]

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
    for word in words where byWord[word]?.last != number { byWord[word, default: []].append(number) }
    return number
  }

  /// The person of this full name.
  func person(named name: String) -> Int? { byName[name] }

  /// The person whom one word of a name means: the one whose last word it is, else whose first; the latest of several.
  func person(word: String) -> Int? {
    guard let numbers = byWord[word] else { return nil }
    return numbers.last { all[$0].name.hasSuffix(word) } ?? numbers.last
  }

  /// The latest person with this role noun.
  func person(role: String) -> Int? { all.lastIndex { $0.roles.contains(role) } }

  /// Notes for whom a person acts, on the word of the article; the first word holds.
  mutating func note(_ number: Int, principal: Actor, isExplicit: Bool) {
    guard all[number].principal == nil || (isExplicit && !all[number].isExplicit) else { return }
    all[number].principal = principal
    all[number].isExplicit = isExplicit
  }

  mutating func note(_ number: Int, role: String) { all[number].roles.insert(role) }
}
