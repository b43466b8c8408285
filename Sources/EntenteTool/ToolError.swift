import Foundation

/// What goes wrong in the command itself; each is one line.
enum ToolError: Error, CustomStringConvertible {
  /// The results could not be written.
  case output(String)
  /// A file could not be written.
  case file(String, String)
  /// No actor has this name.
  case noActor(String, suggestions: [String])
  /// Two names mean one principal.
  case samePrincipal(String, String)
  /// The input has no article with this id, or none at all.
  case noArticle(String, String?, others: [String])
  /// No article has a sentence with this number.
  case noSentence(String, Int, numbers: [Int])

  var description: String {
    switch self {
    case .output(let reason): "standard output: \(reason)"
    case .file(let path, let reason): "\(path): \(reason)"
    case .noActor(let name, let suggestions):
      suggestions.isEmpty
        ? "no actor of the graph is called '\(name)'"
        : "no actor of the graph is called '\(name)'; did you mean \(suggestions.joined(separator: ", "))?"
    case .samePrincipal(let one, let other): "'\(one)' and '\(other)' are one actor in the graph; name two"
    case .noArticle(let path, nil, _): "\(Self.place(path)): holds no article; give a file with at least one"
    case .noArticle(let path, let id?, let others):
      "\(Self.place(path)): has no article '\(id)'"
        + (others.isEmpty ? "" : "; it has \(others.prefix(5).joined(separator: ", "))")
        + (others.count > 5 ? " and \(others.count - 5) others" : "")
    case .noSentence(let path, let number, let numbers):
      "\(Self.place(path)): has no sentence \(number); " + Self.range(numbers)
    }
  }

  private static func range(_ numbers: [Int]) -> String {
    guard let first = numbers.min(), let last = numbers.max() else { return "it has none" }
    return first == last ? "its only sentence is \(first)" : "its sentences are \(first) to \(last)"
  }

  private static func place(_ path: String) -> String { path == "-" ? "standard input" : path }

  /// The line for any error of the project's modules.
  static func line(for error: any Error) -> String {
    let text = "\(error)"
    return text.contains("\n") ? text.split(separator: "\n").joined(separator: " ") : text
  }
}
