import ArgumentParser
import Entente

/// Turns errors of the project's modules into one line on stderr and exit code 1.
enum Failure {
  static func reported(_ work: () async throws -> Void) async throws {
    do {
      try await work()
    } catch let error as ExitCode {
      throw error
    } catch let error as ValidationError {
      throw error
    } catch {
      Output.note("entente: " + ToolError.line(for: error))
      throw ExitCode.failure
    }
  }
}

/// Tells what was not read, line by line, and remembers that something was not.
struct ProblemReport {
  private let common: CommonOptions
  private(set) var skipped = 0

  init(_ common: CommonOptions) { self.common = common }

  mutating func tell(_ problem: InputProblem) {
    switch problem.severity {
    case .skipped:
      skipped += 1
      Output.note("entente: \(problem)")
    case .note:
      if !common.quiet { Output.note("entente: note: \(problem)") }
    case .detail:
      if common.verbose { Output.note("entente: \(problem)") }
    }
  }

  /// Ends with code 1 where something was not read.
  func finish() throws {
    if skipped > 0 { throw ExitCode.failure }
  }
}
