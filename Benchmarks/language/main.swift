import FoundationEssentials
import Glibc
import Language

// Measures the analysis alone. `LanguageBenchmark MODEL TEXTS [WORKERS]` reads a file of texts, each ended by the scalar
// U+001E, and prints tokens, seconds and the peak of resident memory in MB; `LanguageBenchmark MODEL --ready` loads the
// model, analyses one sentence and ends.

/// The peak of the process's resident memory in MB, from the kernel's account of it.
func peakMemory() -> Int {
  let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
  let line = status.split(separator: "\n").first { $0.hasPrefix("VmHWM:") }
  return (line?.split(separator: " ").dropFirst().first.flatMap { Int($0) } ?? 0) / 1024
}

/// Analyses texts as a stream, so that only a few documents are alive at a time; the number of tokens.
func count(_ texts: ArraySlice<String>, _ pipeline: Pipeline) -> Int {
  var tokens = 0
  var start = texts.startIndex
  while start < texts.endIndex {
    let end = min(start + 32, texts.endIndex)
    for document in pipeline.analyze(Array(texts[start..<end])) { tokens += document.tokens.count }
    start = end
  }
  return tokens
}

func run() async throws {
  let arguments = CommandLine.arguments
  guard arguments.count >= 3 else {
    print("usage: LanguageBenchmark MODEL TEXTS|--ready [WORKERS]")
    exit(64)
  }
  let model = try Model.load(from: arguments[1])
  if arguments[2] == "--ready" {
    let documents = Pipeline(model: model).analyze(["France summoned the Belgian ambassador on Monday."])
    print(documents.reduce(0) { $0 + $1.tokens.count })
    return
  }
  let texts = try String(contentsOfFile: arguments[2], encoding: .utf8).split(separator: "\u{1e}").map { String($0) }
  let workers = arguments.count > 3 ? max(1, Int(arguments[3]) ?? 1) : 1
  let clock = ContinuousClock()
  let start = clock.now
  let tokens = await withTaskGroup(of: Int.self) { group in
    for worker in 0..<workers {
      let share = texts[(texts.count * worker / workers)..<(texts.count * (worker + 1) / workers)]
      group.addTask { count(share, Pipeline(model: model)) }
    }
    return await group.reduce(0, +)
  }
  let time = (clock.now - start).components
  let seconds = Double(time.seconds) + Double(time.attoseconds) * 1e-18
  print(tokens, seconds, peakMemory())
}

try await run()
