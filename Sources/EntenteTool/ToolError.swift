import Foundation

/// What goes wrong in the command itself; each is one line.
enum ToolError: Error, CustomStringConvertible {
  /// The results could not be written.
  case output(String)
  /// A file could not be written.
  case file(String, String)
  /// No actor has this name.
  case noActor(String, suggestions: [String])

  var description: String {
    switch self {
    case .output(let reason): "standard output: \(reason)"
    case .file(let path, let reason): "\(path): \(reason)"
    case .noActor(let name, let suggestions):
      suggestions.isEmpty
        ? "no actor of the graph is called '\(name)'"
        : "no actor of the graph is called '\(name)'; did you mean \(suggestions.joined(separator: ", "))?"
    }
  }

  /// The line for any error of the project's modules.
  static func line(for error: any Error) -> String {
    let text = "\(error)"
    return text.contains("\n") ? text.split(separator: "\n").joined(separator: " ") : text
  }
}
