import Entente
import Foundation

/// Runs an ingest and tells people how far it is.
struct IngestWork: Sendable {
  let run: IngestRun
  let data: ReadingData
  let reading: ReadingOptions
  let common: CommonOptions
  /// The path of the store.
  let database: String

  /// Reads files and folders once.
  func read(_ paths: [String]) async throws -> IngestReport {
    let report = try await pass(paths)
    if !common.quiet { Output.note(summary(report)) }
    return report
  }

  /// Reads files and folders, then what comes into them, until the task is cancelled.
  func watch(_ paths: [String]) async throws -> IngestReport {
    // What comes while the first pass works must not be missed.
    var watch = ArrivalWatch(paths: paths)
    var all = try await read(paths)
    if !common.quiet, !Task.isCancelled { Output.note("waiting for new files; Ctrl-C ends") }
    while !Task.isCancelled {
      do { try await Task.sleep(for: watch.pause) } catch { break }
      let files = watch.arrivals()
      if !files.isEmpty { all += try await read(files) }
    }
    all.interrupted = false
    return all
  }

  private func pass(_ paths: [String]) async throws -> IngestReport {
    var problems = ProblemReport(common)
    var progress = ProgressLine(enabled: !common.quiet)
    defer { progress.clear() }
    let meter = ReadingMeter()
    let reader = try reading.reader(paths, data, meter: meter)
    let total = progress.isShown ? reader.byteCount : nil
    return try await run.run(reader) { note in
      switch note {
      case .problem(let problem):
        progress.clear()
        problems.tell(problem)
      case .article(let id, let triples):
        if common.verbose {
          progress.clear()
          Output.note("\(id): \(Quantity.text(triples, "triple"))")
        }
      case .batch(let report):
        let share = total.map { $0 > 0 ? Double(meter.bytes) / Double($0) : 1 }
        progress.show(report.read, "articles", detail: "\(report.triples) triples", share: share)
      }
    }
  }

  /// One line, and another where something was passed over.
  private func summary(_ report: IngestReport) -> String {
    let time = String(format: "%.1f", report.seconds)
    let place = report.dryRun ? "found; nothing was stored" : "stored in \(database)"
    var text = """
      \(Quantity.text(report.read, "article")) read in \(time) s: \(report.new) new, \(report.changed) changed, \
      \(report.same) unchanged; \(Quantity.text(report.triples, "triple")) \(place)
      """
    if report.notEnglish > 0 { text += "\nnot in English, stored and not read: \(report.notEnglish)" }
    if report.skippedCount > 0 {
      let reasons = report.skipped.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { "\($0.value) \($0.key)" }
      text += "\npassed over: " + reasons.joined(separator: ", ")
    }
    if report.interrupted { text += "\ninterrupted; run the same command again to go on" }
    return text
  }
}
