import Foundation
import GRDB
import Testing

/// `entente ingest` that is killed at a random moment loses nothing that it said was stored, and the next run ends with
/// the graph of an undisturbed one.
///
/// `make check-crash` runs it with fifty rounds and tells what it does.
@Suite(.serialized)
struct CrashTests {
  private static let setting = ProcessInfo.processInfo.environment["ENTENTE_CRASH_ROUNDS"].flatMap(Int.init)
  private static let rounds = setting ?? 3

  /// Short articles, each third a reprint of the one before.
  private static let articles: String = {
    let states = ["Russia", "Canada", "Norway", "Turkey", "Japan", "Brazil", "Egypt"]
    let story = """
      The ministers met for three hours in an old palace by the lake and spoke of grain, of ships and of the price of gas \
      while a small crowd waited in the rain outside the gates. A second round of talks will follow before the end of \
      the month, a speaker said.
      """
    return (0..<48).map { number in
      let (one, two) = (states[number % 7], states[(number * 3 + 1) % 7])
      let body = "\(one) and \(two) signed an accord in hall \(number - number % 3). \(story)"
      let day = String(format: "2023-01-%02d", 1 + number / 2)
      return #"{"id":"a\#(number)","title":"\#(one) condemns \#(two)","date":"\#(day)","body":"\#(body)"}"# + "\n"
    }.joined()
  }()

  @Test func killedIngestLosesNothing() throws {
    try Binary.withFolder { folder in
      try Self.articles.write(to: folder.appendingPathComponent("in.jsonl"), atomically: true, encoding: .utf8)
      let start = Date()
      #expect(try Binary.run(["ingest", "in.jsonl", "--db", "whole.sqlite"], in: folder).code == 0)
      let whole = try Self.graph("whole.sqlite", in: folder)
      Self.say(
        "undisturbed: \(String(format: "%.1f", Date().timeIntervalSince(start))) s, \(whole.count) lines of export")
      for round in 1...max(1, Self.rounds) {
        let name = "round-\(round).sqlite"
        let told = try Self.killedIngest(into: name, in: folder)
        let path = folder.appendingPathComponent(name).path
        if FileManager.default.fileExists(atPath: path) {
          let stored = try Self.check(path)
          #expect(stored.isSuperset(of: told), "round \(round) lost \(told.subtracting(stored))")
          Self.say("round \(round): killed with \(told.count) articles told, \(stored.count) stored; the file is whole")
        }
        let next = try Binary.run(["ingest", "in.jsonl", "--db", name], in: folder)
        #expect(next.code == 0, "\(next.errors)")
        #expect(try Self.graph(name, in: folder) == whole, "round \(round)")
        #expect(try Self.check(path).count == 48)
      }
    }
  }

  /// Starts an ingest and kills it somewhere between its first and its last article.
  ///
  /// - Returns: the articles of which it said that they are stored.
  private static func killedIngest(into name: String, in folder: URL) throws -> Set<String> {
    let log = folder.appendingPathComponent(name + ".log")
    try Data().write(to: log)
    let process = Binary.process(["ingest", "in.jsonl", "--db", name, "--verbose", "--jobs", "1"], in: folder)
    process.standardError = try FileHandle(forWritingTo: log)
    process.standardOutput = FileHandle.nullDevice
    try process.run()
    let enough = Int.random(in: 0..<48)
    func lines() -> [Substring] {
      // The last line may be cut.
      (try? String(contentsOf: log, encoding: .utf8))?.split(separator: "\n", omittingEmptySubsequences: false)
        .dropLast() ?? []
    }
    while process.isRunning, lines().count < enough { usleep(2000) }
    usleep(UInt32.random(in: 0..<150_000))
    kill(process.processIdentifier, SIGKILL)
    process.waitUntilExit()
    return Set(
      lines().compactMap { line in
        line.firstMatch(of: /(a\d+): \d+ triples/).map { String($0.1) }
      })
  }

  /// Checks a database as SQLite does, and tells which articles it has.
  private static func check(_ path: String) throws -> Set<String> {
    let queue = try DatabaseQueue(path: path)
    return try queue.write { db in
      #expect(try String.fetchAll(db, sql: "PRAGMA integrity_check") == ["ok"])
      #expect(try Row.fetchAll(db, sql: "PRAGMA foreign_key_check").isEmpty)
      guard try db.tableExists("sentence_row") else { return [] }
      try db.execute(sql: "INSERT INTO sentence_search (sentence_search, rank) VALUES ('integrity-check', 1)")
      return try String.fetchSet(db, sql: "SELECT id FROM article")
    }
  }

  /// Triples, events and articles as the command shows them.
  private static func graph(_ name: String, in folder: URL) throws -> [String] {
    let commands = [
      ["export"], ["relations", "--limit", "100000", "--format", "jsonl"],
      ["articles", "list", "--limit", "100000", "--format", "jsonl"],
    ]
    return try commands.flatMap { command in
      let outcome = try Binary.run(command + ["--db", name], in: folder)
      #expect(outcome.code == 0, "\(outcome.errors)")
      return outcome.output.split(separator: "\n").map(String.init)
    }
  }

  private static func say(_ line: String) { if setting != nil { print(line) } }
}

/// What else can happen to the file, each in one line.
@Suite(.serialized)
struct StoreTroubleTests {
  private static let article = #"{"id":"a","title":"Russia condemns Canada","date":"2023-01-30"}"# + "\n"

  @Test func lockedDatabaseIsWaitedForAndThenTold() throws {
    try Binary.withFolder { folder in
      #expect(try Binary.run(["ingest", "-"], input: Self.article, in: folder).code == 0)
      let other = try DatabaseQueue(path: folder.appendingPathComponent("entente.sqlite").path)
      try other.writeWithoutTransaction { db in
        try db.execute(sql: "BEGIN IMMEDIATE")
        let remove = try Binary.run(["articles", "remove", "a"], in: folder)
        #expect(remove.code == 1)
        #expect(
          remove.lines == [
            "entente: entente.sqlite: is in use by another program; wait until it has ended and run again"
          ])
        // Readers go on.
        let relations = try Binary.run(["relations", "--format", "csv"], in: folder)
        #expect(relations.code == 0 && relations.output.split(whereSeparator: \.isNewline).count == 2)
        try db.execute(sql: "ROLLBACK")
      }
      #expect(try Binary.run(["articles", "remove", "a"], in: folder).code == 0)
    }
  }

  @Test(arguments: [["relations"], ["articles", "list"], ["articles", "remove", "a"], ["ingest", "-"]])
  func newerSchemaIsTold(command: [String]) throws {
    try Binary.withFolder { folder in
      let path = folder.appendingPathComponent("entente.sqlite").path
      do {
        let other = try DatabaseQueue(path: path)
        try other.write { db in
          try db.execute(sql: "CREATE TABLE article (id); PRAGMA application_id = 1164866676; PRAGMA user_version = 99")
        }
        try other.close()
      }
      let outcome = try Binary.run(command, input: Self.article, in: folder)
      #expect(outcome.code == 1 && outcome.output.isEmpty && outcome.lines.count == 1, "\(outcome.errors)")
      #expect(
        outcome.errors.contains("entente.sqlite: has schema version 99, this program knows "), "\(outcome.errors)")
    }
  }

  /// A file system of 600 kB, where this user may mount one.
  @Test func fullDiskIsToldAndKeepsWhatWasStored() throws {
    try Binary.withFolder { folder in
      let disk = folder.appendingPathComponent("disk")
      try FileManager.default.createDirectory(at: disk, withIntermediateDirectories: true)
      guard geteuid() == 0, Self.shell("mount -t tmpfs -o size=900k tmpfs '\(disk.path)'") == 0 else { return }
      defer { _ = Self.shell("umount '\(disk.path)'") }
      let db = disk.appendingPathComponent("w.sqlite").path
      let first = try Binary.run(["ingest", "-", "--db", db], input: Self.article, in: folder)
      #expect(first.code == 0, "\(first.errors)")
      // The last 100 kB or so are left.
      _ = Self.shell(
        "head -c $(( $(df --output=avail -k '\(disk.path)' | tail -1) * 1024 - 100000 )) /dev/zero > '\(disk.path)/filler'"
      )
      let long = (0..<400).map { "Norway thanked Sweden for ship \($0)." }.joined(separator: " ")
      let more = #"{"id":"b","title":"Norway thanks Sweden","body":"\#(long)"}"# + "\n"
      let full = try Binary.run(["ingest", "-", "--db", db], input: more, in: folder)
      #expect(full.code == 1)
      #expect(
        full.lines.last
          == "entente: \(db): the disk is full; nothing of this batch was stored, make room and run again",
        "\(full.errors)")
      let list = try Binary.run(["articles", "list", "--format", "csv", "--db", db], in: folder)
      #expect(list.output.split(whereSeparator: \.isNewline).count == 2, "\(list.output)\(list.errors)")
      try FileManager.default.removeItem(at: disk.appendingPathComponent("filler"))
      #expect(
        try Binary.run(["ingest", "-", "--db", db], input: Self.article, in: folder).errors.contains("1 unchanged"))
    }
  }

  private static func shell(_ command: String) -> Int32 {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: "/bin/sh")
    process.arguments = ["-c", command + " 2>/dev/null"]
    guard (try? process.run()) != nil else { return 1 }
    process.waitUntilExit()
    return process.terminationStatus
  }
}
