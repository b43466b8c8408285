import Foundation

/// Graphviz as a child process, which can be ended when it takes too long: the library's layout cannot.
enum GraphvizProgram {
  /// Renders DOT text with the `dot` program.
  ///
  /// - Throws: `DiagramError.timedOut` after the limit, `programMissing` where there is no `dot`.
  static func render(
    dot: String, layout: DiagramLayout, format: DiagramFormat, dpi: Int?, seconds: Double, program: String = "dot"
  ) async throws(DiagramError) -> [UInt8] {
    let result = await withCheckedContinuation { continuation in
      // The wait blocks, so it has a thread that is not one of Swift's few.
      let thread = Thread {
        continuation.resume(
          returning: Result { () throws(DiagramError) in
            try run(dot: dot, layout: layout, format: format, dpi: dpi, seconds: seconds, program: program)
          })
      }
      thread.start()
    }
    return try result.get()
  }

  private static func run(
    dot: String, layout: DiagramLayout, format: DiagramFormat, dpi: Int?, seconds: Double, program: String
  ) throws(DiagramError) -> [UInt8] {
    let files = FileManager.default
    let folder = files.temporaryDirectory.appendingPathComponent("entente-\(UUID().uuidString)")
    defer { try? files.removeItem(at: folder) }
    let input = folder.appendingPathComponent("in.dot")
    let output = folder.appendingPathComponent("out")
    let errors = folder.appendingPathComponent("errors")
    let process = Process()
    let ended = DispatchSemaphore(value: 0)
    do {
      try files.createDirectory(at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
      try Data(dot.utf8).write(to: input)
      try Data().write(to: errors)
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments =
        [program, "-K\(layout.rawValue)", "-T\(format.graphvizName)", "-o", output.path]
        + (dpi.map { ["-Gdpi=\($0)"] } ?? []) + [input.path]
      process.standardInput = FileHandle.nullDevice
      process.standardOutput = FileHandle.nullDevice
      process.standardError = try FileHandle(forWritingTo: errors)
      process.terminationHandler = { _ in ended.signal() }
      try process.run()
    } catch {
      throw .programMissing(error.localizedDescription)
    }
    if ended.wait(timeout: .now() + seconds) == .timedOut {
      kill(process.processIdentifier, SIGKILL)
      ended.wait()
      throw .timedOut(seconds: seconds)
    }
    let said = (try? String(contentsOf: errors, encoding: .utf8)) ?? ""
    let reason = said.split(whereSeparator: \.isNewline).joined(separator: "; ").prefix(300)
    if process.terminationStatus == 127 { throw .programMissing(String(reason)) }
    guard process.terminationStatus == 0, let data = try? Data(contentsOf: output), !data.isEmpty else {
      throw .renderFailed(format, String(reason))
    }
    return [UInt8](data)
  }
}
