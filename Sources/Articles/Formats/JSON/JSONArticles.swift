/// Finds the articles in JSON objects.
struct JSONArticles {
  private let names: FieldNames
  private let limits: ReadingLimits
  private(set) var drafts: FieldDrafts
  private let file: String

  init(file: String, data: ReadingData, limits: ReadingLimits, names: FieldNames) {
    self.file = file
    self.names = names
    self.limits = limits
    drafts = FieldDrafts(file: file, data: data, limits: limits)
  }

  /// The articles of an object's bytes, and what is to be told of them; whether the bytes are damaged.
  mutating func read(_ bytes: [UInt8], line: Int) -> (items: [DraftItem], isDamaged: Bool) {
    do throws(JSONFault) {
      let value = try JSONParser.parse(bytes, nesting: limits.nesting)
      guard case .object(let object) = value else { return ([problem(.notAnObject, line)], false) }
      return (articles(of: object, line: line), false)
    } catch {
      let kind: InputProblem.Kind = error.isTooDeep ? .nestedTooDeep(limit: limits.nesting) : .brokenJSON(error.reason)
      return ([problem(kind, line)], true)
    }
  }

  /// Learns from what stands before a list of articles who publishes them; false where it is an article itself.
  mutating func learn(_ surroundings: [UInt8]) -> Bool {
    guard case .object(let object) = try? JSONParser.parse(surroundings, nesting: limits.nesting) else { return true }
    let members = JSONMembers(object)
    if has(.body, members) { return false }
    // The title of a JSON Feed is the name of what publishes it.
    if case .string(let version)? = object["version"], version.contains("jsonfeed.org"),
      case .string(let title)? = object["title"]
    {
      drafts.publisher = FieldNames.trimmed(title)
    }
    return true
  }

  /// What is to be told at the end.
  func closing() -> [DraftItem] { drafts.closing() }

  private mutating func articles(of object: [String: JSONValue], line: Int) -> [DraftItem] {
    let members = JSONMembers(object)
    var values = FieldValues(line: line)
    let hasBody = has(.body, members)
    let hasTitle = has(.title, members)
    for field in ArticleField.allCases {
      // What lies inside is asked where the text is not outside; the id of something inside is not the article's.
      let inside = hasBody || (field == .id && hasTitle) ? [] : names.inside
      for path in names.paths[field] ?? [] {
        guard let (value, name) = members.find(path, inside: inside), let text = value.text(for: field) else {
          continue
        }
        values.texts[field] = text
        values.names[field] = name
        break
      }
    }
    if values[.title] == nil, values[.body] == nil, values[.summary] == nil {
      if let inner = contained(in: object, depth: 0), !inner.isEmpty {
        return inner.flatMap { articles(of: $0, line: line) }
      }
    }
    // A value of the wrong sort under a part's own name is no value that happens to be missing.
    for field in [ArticleField.id, .title, .body] where values[field] == nil {
      if let value = members.value([field.rawValue]), value.isWrong(for: field) {
        let expected = field == .id ? "text or a number" : "text or null"
        return [problem(.wrongValue(key: field.rawValue, expected: expected), line)]
      }
    }
    return drafts.items(values)
  }

  private func has(_ field: ArticleField, _ members: JSONMembers) -> Bool {
    (names.paths[field] ?? []).contains { members.value($0)?.isText == true }
  }

  /// The articles of a list inside an object, whatever the list is called; nil where there is none.
  private func contained(in object: [String: JSONValue], depth: Int) -> [[String: JSONValue]]? {
    guard depth < 3 else { return nil }
    for key in object.keys.sorted() {
      switch object[key] {
      case .list(let values):
        let objects = values.compactMap { if case .object(let inner) = $0 { inner } else { nil } }
        if let first = objects.first, isArticle(first) { return objects }
      case .object(let inner):
        if let found = contained(in: inner, depth: depth + 1) { return found }
      default: break
      }
    }
    return nil
  }

  private func isArticle(_ object: [String: JSONValue]) -> Bool {
    let members = JSONMembers(object)
    return [ArticleField.title, .body, .summary].contains { field in
      (names.paths[field] ?? []).contains { members.find($0, inside: names.inside)?.0.isText == true }
    }
  }

  private func problem(_ kind: InputProblem.Kind, _ line: Int) -> DraftItem {
    .problem(InputProblem(file: file, line: line, kind: kind))
  }
}

/// An object's members by keys without case and signs.
private struct JSONMembers {
  private var members: [String: (name: String, value: JSONValue)] = [:]

  init(_ object: [String: JSONValue]) {
    // Of keys that differ in case only the first in sorted order counts, so that every run finds the same.
    for (name, value) in object {
      let key = FieldNames.key(name)
      if let other = members[key], other.name < name { continue }
      members[key] = (name, value)
    }
  }

  /// The value of a path.
  func value(_ path: FieldNames.Path) -> JSONValue? { find(path, inside: [])?.0 }

  /// The value of a path and the path as the file has it; where it is not found, in the objects inside.
  func find(_ path: FieldNames.Path, inside: [String]) -> (JSONValue, String)? {
    guard let first = path.first else { return nil }
    if let (name, value) = members[first] {
      if path.count == 1 {
        if value.isText { return (value, name) }
      } else if case .object(let inner) = value,
        let (found, rest) = JSONMembers(inner).find(Array(path.dropFirst()), inside: [])
      {
        return (found, name + "." + rest)
      }
    }
    for key in inside {
      guard let (name, value) = members[key], case .object(let inner) = value else { continue }
      if let (found, rest) = JSONMembers(inner).find(path, inside: []) { return (found, name + "." + rest) }
    }
    if path.count == 1, let (name, value) = members[first] { return (value, name) }
    return nil
  }
}

extension JSONValue {
  /// Whether it is text that is not blank, a number, or a list of such text.
  fileprivate var isText: Bool { text(for: .body) != nil }

  /// The value as text; nil where it is none or blank. Paragraphs in a list are joined.
  fileprivate func text(for field: ArticleField) -> String? {
    switch self {
    case .string(let text):
      if text.utf8.allSatisfy(Bytes.isSpace) { return nil }
      return isBodily(field) || field == .title ? text : FieldNames.trimmed(text)
    case .number(let text): return field == .body || field == .summary ? nil : text
    case .list(let values) where isBodily(field):
      let texts = values.compactMap { $0.text(for: field) }
      return texts.count == values.count && !texts.isEmpty ? texts.joined(separator: "\n\n") : nil
    case .object(let members):
      // Exports wrap values: {"$date": …}, {"#text": …}.
      guard members.count == 1, let (key, value) = members.first, let first = key.first, !first.isLetter else {
        return nil
      }
      return value.text(for: field)
    default: return nil
    }
  }

  private func isBodily(_ field: ArticleField) -> Bool { field == .body || field == .summary }

  /// Whether it is of a sort that the part cannot be.
  fileprivate func isWrong(for field: ArticleField) -> Bool {
    switch self {
    case .null, .string: false
    case .number: field != .id
    default: true
    }
  }
}
