/// What can go wrong between the model's files and a ready model. Analysing a text never fails.
public enum LanguageError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A file that the model needs is not there.
  case missing(file: String)
  /// A file is there and cannot be read; the reason is the system's.
  case unreadable(file: String, reason: String)
  /// A file can be read and is not what it should be: cut short, altered, of another model.
  case damaged(file: String, reason: String)
  /// No model was found in any of the usual places.
  case notInstalled(searched: [String])

  /// One line: what, where, what to do.
  public var description: String {
    switch self {
    case .missing(let file):
      "language model: \(file) is missing; run `make setup` to fetch the model again"
    case .unreadable(let file, let reason):
      "language model: \(file) cannot be read: \(reason)"
    case .damaged(let file, let reason):
      "language model: \(file) is damaged: \(reason); run `make setup` to fetch the model again"
    case .notInstalled(let searched):
      "language model: none found in \(searched.joined(separator: ", ")); run `make setup`, or set ENTENTE_MODEL"
    }
  }
}
