import Foundation
import Testing

/// How the commands that ask a graph behave in pipes, on terminals, with slips of the pen, and with nothing to tell.
@Suite(.serialized)
struct ConductTests {
  private static let articles = """
    {"id":"a1","title":"Canada condemned Belarus","date":"2023-01-30"}
    {"id":"a2","title":"The Democratic Republic of the Congo thanked Bosnia and Herzegovina","date":"2023-02-01"}
    {"id":"a3","title":"Belarus thanked Canada","date":"2023-03-01"}

    """

  /// Each command with its formats, the one for people first.
  private static let questions: [(arguments: [String], formats: [String])] = [
    (["relations"], ["table", "jsonl", "csv"]), (["relations", "--triples"], ["table", "jsonl", "csv"]),
    (["relations", "--group", "dyad,month"], ["table", "jsonl", "csv"]),
    (["timeline", "Canada", "Belarus"], ["table", "jsonl", "csv"]),
    (["path", "Canada", "Belarus"], ["table", "jsonl", "csv"]), (["top", "dyads"], ["table", "jsonl", "csv"]),
    (["top", "actors"], ["table", "jsonl", "csv"]), (["stats"], ["text", "jsonl"]),
    (["query", "MATCH (a)-[r]->(b) RETURN a.name, type(r), b"], ["table", "jsonl", "csv"]),
    (["articles", "list"], ["table", "jsonl", "csv"]), (["articles", "show", "a1"], ["text", "jsonl"]),
  ]

  private func withGraph(_ articles: String = Self.articles, _ work: (URL) throws -> Void) throws {
    try Binary.withFolder { folder in
      let outcome = try Binary.run(["ingest", "-"], input: articles, in: folder)
      #expect(outcome.code == 0, "\(outcome.errors)")
      try work(folder)
    }
  }

  @Test func aClosedPipeEndsThemQuietly() throws {
    try withGraph { folder in
      for question in Self.questions {
        let process = Binary.process(question.arguments, in: folder)
        let (output, errors) = (Pipe(), Pipe())
        (process.standardOutput, process.standardError) = (output, errors)
        // Nobody reads: what `| head -1` does to whatever follows the first line.
        try output.fileHandleForReading.close()
        try process.run()
        try? errors.fileHandleForWriting.close()
        let said = errors.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        #expect(said.isEmpty, "\(question.arguments): \(String(decoding: said, as: UTF8.self))")
        #expect(process.terminationReason == .uncaughtSignal && process.terminationStatus == SIGPIPE)
      }
    }
  }

  @Test func withoutATerminalNothingIsCutOrColoured() throws {
    try withGraph { folder in
      for question in Self.questions {
        for format in question.formats {
          let arguments = question.arguments + ["--format", format]
          // A width that somebody's shell has exported means nothing here.
          let outcome = try Binary.run(arguments, in: folder, environment: ["COLUMNS": "40", "NO_COLOR": ""])
          #expect(outcome.code == 0 && !outcome.output.isEmpty, "\(arguments): \(outcome.errors)")
          #expect(!outcome.output.contains("…") && !outcome.output.contains("\u{1B}"), "\(outcome.output)")
          // Small bars are for terminals alone.
          #expect(!outcome.output.hasPrefix("cooperation"), "\(outcome.output)")
        }
      }
    }
  }

  @Test(.enabled(if: FileManager.default.isExecutableFile(atPath: Terminal.path), "needs script"))
  func tablesFitTheTerminal() throws {
    try withGraph { folder in
      for question in Self.questions {
        for columns in [80, 200] {
          let lines = try Terminal.run(question.arguments, columns: columns, in: folder)
          #expect(!lines.isEmpty && lines.allSatisfy { !$0.contains("\u{1B}") }, "\(lines)")
          // Sentences may be longer than a line; so may what a last line on standard error says of further pages.
          if ["--triples", "show", "path"].contains(where: question.arguments.contains) { continue }
          #expect(lines.allSatisfy { $0.count <= columns }, "\(lines)")
          if columns == 200 { #expect(!lines.joined().contains("…"), "\(lines)") }
        }
      }
      let timeline = try Terminal.run(["timeline", "Canada", "Belarus"], columns: 100, in: folder)
      #expect(timeline.first?.hasPrefix("cooperation  2023-") == true && timeline[1].contains("█"), "\(timeline)")
    }
  }

  @Test func slipsAreToldWithWhatWasMeant() throws {
    for question in Self.questions {
      let option = try Binary.run(question.arguments + ["--formt", "csv"])
      #expect(option.code == 64 && option.output.isEmpty)
      #expect(option.errors.contains("--formt") && option.errors.contains("--format"), "\(option.errors)")
      let format = try Binary.run(question.arguments + ["--format", "cvs"])
      #expect(format.code == 64 && format.output.isEmpty && format.errors.contains("cvs"), "\(format.errors)")
      #expect(format.errors.contains("jsonl"), "\(question.arguments): \(format.errors)")
    }
  }

  /// An article that reports nothing: all commands work, and say in one line that there is nothing.
  @Test func aGraphWithoutRelationsIsNoMistake() throws {
    try withGraph(#"{"id":"a1","title":"Weather","date":"2023-01-30"}"# + "\n") { folder in
      for question in Self.questions {
        let isOfArticles = question.arguments.first == "articles" || question.arguments.first == "stats"
        for format in question.formats {
          let outcome = try Binary.run(question.arguments + ["--format", format], in: folder)
          #expect(outcome.code == 0, "\(question.arguments): \(outcome.errors)")
          if isOfArticles {
            #expect(!outcome.output.isEmpty && outcome.errors.isEmpty)
          } else {
            let lines = outcome.output.split(whereSeparator: \.isNewline)
            #expect(lines.count == (format == "csv" ? 1 : 0), "\(question.arguments): \(outcome.output)")
            #expect(outcome.lines.count == (format == "table" ? 1 : 0), "\(question.arguments): \(outcome.errors)")
          }
        }
      }
    }
  }
}

/// A terminal of so many columns, by util-linux's script.
enum Terminal {
  static let path = "/usr/bin/script"

  /// The lines that a command prints there.
  static func run(_ arguments: [String], columns: Int, in folder: URL) throws -> [String] {
    let words = ([Binary.url.path] + arguments).map { "'" + $0.replacing("'", with: "'\\''") + "'" }
    let process = Binary.process([], in: folder, environment: ["COLUMNS": "\(columns)", "NO_COLOR": "1"])
    process.executableURL = URL(fileURLWithPath: path)
    process.arguments = ["-qec", words.joined(separator: " "), "/dev/null"]
    let output = Pipe()
    (process.standardInput, process.standardOutput) = (FileHandle.nullDevice, output)
    try process.run()
    let data = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    return String(decoding: data, as: UTF8.self).split(whereSeparator: \.isNewline).map(String.init)
  }
}
