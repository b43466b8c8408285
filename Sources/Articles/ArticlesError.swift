/// Why the module's own data could not be loaded. Bad input is an `InputProblem`, never an error.
public enum ArticlesError: Error, Hashable, Sendable, CustomStringConvertible {
  /// A data file is not there or cannot be read.
  case dataUnreadable(file: String, reason: String)
  /// A line of a data file is not as it should be.
  case dataMalformed(file: String, line: Int, reason: String)

  /// One line: where, what, what to do.
  public var description: String {
    switch self {
    case .dataUnreadable(let file, let reason):
      "\(file): \(reason); give the folder that holds the project's data"
    case .dataMalformed(let file, let line, let reason):
      "\(file):\(line): \(reason); correct the line"
    }
  }
}
