import Foundation
import Testing

/// `entente evaluate` and the scorer of the gold sets say the same, figure by figure.
@Suite(.serialized)
struct ScorerTests {
  /// The product's own triples, extracted by `evaluate` and by `extract`.
  @Test(arguments: [
    ("gold/dev.jsonl", false), ("gold/cases.jsonl", false), ("bench/plover-gsr.jsonl", true),
  ])
  func ownTriples(path: String, asEvents: Bool) throws {
    guard let gold = Scorer.file(path), let scorer = Scorer.file("gold/score.py"), let python = Scorer.python() else {
      return
    }
    try Binary.withFolder { folder in
      let system = folder.appendingPathComponent("triples.jsonl")
      let triples = try Binary.run(["extract", gold.path, "--format", "jsonl", "--quiet"])
      #expect(triples.code == 0 && !triples.output.isEmpty, "\(triples.errors)")
      try triples.output.write(to: system, atomically: true, encoding: .utf8)
      let expected = try Scorer.figures(scorer, python, gold: gold, system: system, asEvents: asEvents)
      let options = ["evaluate", gold.path, "--format", "json"] + (asEvents ? ["--event-coding"] : [])
      let own = try Binary.run(options)
      try compare(own, expected)
      let given = try Binary.run(options + ["--system", system.path])
      try compare(given, expected)
      let tables = try Binary.run(options.filter { $0 != "--format" && $0 != "json" } + ["--system", system.path])
      #expect(rows(tables.output) == expected.table)
    }
  }

  /// Random annotations and triples: few actors, so that much agrees and much nearly does.
  @Test(arguments: 0..<4)
  func randomTriples(seed: UInt64) throws {
    guard let scorer = Scorer.file("gold/score.py"), let python = Scorer.python() else { return }
    var sets = RandomSets(seed: seed)
    let (gold, system) = try sets.make(articles: 8)
    let asEvents = seed % 3 == 0
    try Binary.withFolder { folder in
      let files = ["gold.jsonl", "triples.jsonl"].map(folder.appendingPathComponent)
      for (text, file) in zip([gold, system], files) { try text.write(to: file, atomically: true, encoding: .utf8) }
      let expected = try Scorer.figures(scorer, python, gold: files[0], system: files[1], asEvents: asEvents)
      let options = ["evaluate", files[0].path, "--system", files[1].path] + (asEvents ? ["--event-coding"] : [])
      try compare(try Binary.run(options + ["--format", "json"]), expected, "\(gold)\n\(system)")
      #expect(rows(try Binary.run(options).output) == expected.table)
    }
  }

  private func compare(_ outcome: Binary.Outcome, _ expected: Scorer.Figures, _ input: String = "") throws {
    #expect(outcome.code == 0, "\(outcome.errors)")
    let report = try #require(
      try JSONSerialization.jsonObject(with: Data(outcome.output.utf8)) as? [String: Any])
    let triples = try #require(report["triples"] as? [String: Any])
    let measures = try #require(triples["measures"] as? [String: [String: NSNumber]])
    #expect(measures.count == 4)
    for (name, figures) in measures {
      let wanted = try expected.numbers(name)
      #expect(figures.mapValues(\.doubleValue) == wanted, "\(name)\n\(input)")
    }
    let matched = try #require(triples["on_matched"] as? [String: NSNumber])
    let wanted = try expected.numbers("on matched")
    #expect(matched.mapValues(\.doubleValue) == wanted, "\(input)")
    let forbidden = (triples["forbidden"] as? NSNumber)?.intValue ?? 0
    #expect(forbidden == (expected.json["forbidden triples"] as? NSNumber)?.intValue, "\(input)")
    let types = try #require(triples["types"] as? [String: [String: NSNumber]])
    let met = types.mapValues { "\($0["met"] ?? -1)/\($0["sought"] ?? -1)" }.filter { $0.value != "0/0" }
    #expect(met == expected.json["recall by type"] as? [String: String], "\(input)")
    // The parts make the whole.
    for key in ["right", "wrong", "missed"] {
      #expect(types.values.reduce(0) { $0 + ($1[key]?.intValue ?? 0) } == measures["typed-actual"]?[key]?.intValue)
    }
  }

  /// The rows of the first table of triples, heading included.
  private func rows(_ output: String) -> [[String]] {
    let lines = output.split(separator: "\n", omittingEmptySubsequences: false)
    guard let start = lines.firstIndex(of: "triples") else { return [] }
    return lines.dropFirst(start + 2).prefix(5).map { $0.split(separator: " ").map(String.init) }
  }
}

/// Makes annotations and triples that differ a little, the same ones for the same seed.
private struct RandomSets {
  private var dice: Dice

  init(seed: UInt64) { dice = Dice(state: seed) }

  private struct Dice: RandomNumberGenerator {
    var state: UInt64

    /// SplitMix64.
    mutating func next() -> UInt64 {
      state &+= 0x9E37_79B9_7F4A_7C15
      var mixed = state
      mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
      mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
      return mixed ^ (mixed >> 31)
    }
  }

  /// Groups of names that are one, some but nearly.
  private let names = [
    ["USA", "usa", "U.S.A."], ["Red Cross", "The Red Cross", "red-cross", "RED\u{A0}CROSS"],
    ["T\u{FC}rkiye", "Tu\u{308}rkiye", "TURKIYE"], ["Stra\u{DF}e", "STRASSE", "STRA\u{1E9E}E"],
    ["\u{131}s", "is", "\u{130}s"], ["\u{3A3}\u{3C2}", "\u{3C3}\u{3C3}"], ["The", "", "\u{301}"],
    ["\u{FB01}x\u{B2}", "FIX2"],
    ["\u{5317}", "\u{4E94}", "\u{2167}", "viii"],
  ]
  private let types = ["AGREE", "CONSULT", "AID", "COOPERATE", "ACCUSE", "REJECT", "ASSAULT"]
  private let realis = ["actual", "actual", "actual", "planned", "requested", "possible", "negated"]

  private mutating func pick<T>(_ list: [T], _ fallback: T) -> T { list.randomElement(using: &dice) ?? fallback }

  private mutating func isSo(_ chance: Double) -> Bool { Double.random(in: 0..<1, using: &dice) < chance }

  private mutating func name() -> String {
    // The first ones more often, so that much meets.
    let group = names[Int.random(in: 0..<(isSo(0.7) ? 3 : names.count), using: &dice)]
    return pick(group, "")
  }

  private mutating func triple(isGold: Bool) -> [String: Any] {
    var triple: [String: Any] = [
      "source": ["actor": name(), "principal": name()], "target": ["actor": name(), "principal": name()],
      "relation": "do", "type": pick(types, ""), "realis": pick(realis, ""),
      "sentence": Int.random(in: 0..<4, using: &dice),
    ]
    if isSo(0.3) { triple["attributed_to"] = isSo(0.3) ? NSNull() as Any : name() }
    if isGold {
      if isSo(0.3) { triple["optional"] = isSo(0.8) }
      if isSo(0.3) { triple["symmetric"] = isSo(0.8) }
    } else {
      if isSo(0.1) { triple["type"] = "HUG" }
      for key in ["type", "realis", "sentence"] where isSo(0.05) { triple[key] = nil }
      if isSo(0.1) { triple["source"] = ["principal": name()] }
    }
    return triple
  }

  private mutating func forbidden() -> [String: Any] {
    var rule: [String: Any] = [:]
    for key in ["source", "target"] { rule[key] = isSo(0.1) ? NSNull() as Any : isSo(0.3) ? "*" : name() }
    rule["realis"] = isSo(0.5) ? NSNull() as Any : pick(realis, "")
    return rule
  }

  /// Annotations and triples in JSON Lines.
  mutating func make(articles: Int) throws -> (gold: String, system: String) {
    var gold: [[String: Any]] = []
    var system: [[String: Any]] = []
    for number in 0..<articles {
      let wanted = (0..<Int.random(in: 0..<25, using: &dice)).map { _ in triple(isGold: true) }
      var article: [String: Any] = ["id": "a\(number)", "title": "x", "triples": wanted]
      if isSo(0.5) { article["forbidden"] = (0..<Int.random(in: 0..<4, using: &dice)).map { _ in forbidden() } }
      gold.append(article)
      for var found in wanted where isSo(0.6) {
        for key in ["optional", "symmetric"] { found[key] = nil }
        // Changed in one thing or none.
        let other = triple(isGold: false)
        if isSo(0.6), let key = other.keys.sorted().randomElement(using: &dice) { found[key] = other[key] }
        system.append(found.merging(["article": "a\(number)"]) { $1 })
      }
      for _ in 0..<Int.random(in: 0..<12, using: &dice) {
        system.append(triple(isGold: false).merging(["article": "a\(number)"]) { $1 })
      }
    }
    return (try lines(gold), try lines(system.shuffled(using: &dice)))
  }

  private func lines(_ objects: [[String: Any]]) throws -> String {
    try objects.map { try JSONSerialization.data(withJSONObject: $0, options: [.sortedKeys]) }
      .map { String(decoding: $0, as: UTF8.self) + "\n" }.joined()
  }
}
