import Foundation
import GRDB
import Vocabulary

/// Keeps the report chains: articles that print one text, in whole or in part, however they came to it.
///
/// Two articles are linked where their texts are versions of one another (`TextSignature`) and at most `window` days lie
/// between them; a chain is a connected component of these links. So it depends on the articles alone, not on which came
/// first. Links are looked up for new articles only, and again for the rest of a chain that lost one of its own.
struct ReportChains {
  /// How many days may lie between an article and a reprint of it. Articles without a date are compared with each other.
  static let window: Int64 = 3

  private let db: Database
  /// Articles whose links are not known yet; chains that hold none of them are whole.
  private var open: Set<Int64> = []
  /// Articles whose signature was written or taken away.
  private let signatureIn: DirectStatement, signatureOut: DirectStatement, signature: DirectStatement
  private let bandIn: DirectStatement, bandOut: DirectStatement, candidates: DirectStatement
  private let chain: DirectStatement

  init(_ db: Database) throws {
    self.db = db
    signatureIn = try DirectStatement(
      db, "INSERT INTO article_signature (article, day, shingles, minima) VALUES (?, ?, ?, ?)")
    signatureOut = try DirectStatement(db, "DELETE FROM article_signature WHERE article = ?")
    signature = try DirectStatement(db, "SELECT day, shingles, minima FROM article_signature WHERE article = ?")
    bandIn = try DirectStatement(db, "INSERT OR IGNORE INTO article_band (band, day, article) VALUES (?, ?, ?)")
    bandOut = try DirectStatement(db, "DELETE FROM article_band WHERE band = ? AND day = ? AND article = ?")
    candidates = try DirectStatement(db, Self.candidates)
    chain = try DirectStatement(db, "SELECT chain FROM article WHERE number = ?")
  }

  /// The articles that share a band with one, and are printed near its day.
  static let candidates = "SELECT article FROM article_band WHERE band = ?1 AND day BETWEEN ?2 AND ?3"
  /// The articles of a chain besides its first.
  static let followers = "SELECT number FROM article WHERE chain = ? AND chain <> number"

  /// Takes note of an article that is new, or that has another text or date now.
  ///
  /// - Parameter signature: that of its body, nil where it is too short.
  mutating func note(
    _ article: Int64, _ signature: TextSignature?, of date: CalendarDate?, chain: Int64, isNew: Bool
  ) throws {
    let new = signature.map { Entry(signature: $0, day: Self.day(date)) }
    if !isNew {
      if try entry(of: article) == new { return }
      try forget(article, chain: chain)
      open.insert(article)
    }
    guard let new else { return }
    open.insert(article)
    signatureIn.bind(1, article)
    signatureIn.bind(2, new.day)
    signatureIn.bind(3, new.signature.count)
    signatureIn.bind(4, new.signature.bytes)
    try signatureIn.run()
    for band in new.signature.bands {
      bandIn.bind(1, band)
      bandIn.bind(2, new.day)
      bandIn.bind(3, article)
      try bandIn.run()
    }
  }

  /// Takes an article out of its chain, whose others may now hang together otherwise.
  mutating func forget(_ article: Int64, chain: Int64) throws {
    let others = try members(of: chain)
    if others.count > 1 { open.formUnion(others) }
    open.remove(article)
    guard let old = try entry(of: article) else { return }
    for band in old.signature.bands {
      bandOut.bind(1, band)
      bandOut.bind(2, old.day)
      bandOut.bind(3, article)
      try bandOut.run()
    }
    signatureOut.bind(1, article)
    try signatureOut.run()
  }

  /// Brings the column `chain` in step.
  ///
  /// - Returns: the articles whose chain is another one now, with its number.
  mutating func mend() throws -> [Int64: Int64] {
    if open.isEmpty { return [:] }
    var groups = DisjointSets()
    for article in open.sorted() {
      groups.insert(article)
      guard let entry = try entry(of: article) else { continue }
      for other in try neighbours(of: article, entry) { groups.unite(article, try node(of: other)) }
    }
    var changed: [Int64: Int64] = [:]
    for group in groups.sets {
      // A node is an open article, or a whole chain by its number.
      let articles = try group.flatMap { open.contains($0) ? [$0] : try members(of: $0) }
      for (article, chain) in try link(articles) { changed[article] = chain }
    }
    open.removeAll(keepingCapacity: true)
    return changed
  }

  private struct Entry: Equatable {
    var signature: TextSignature
    var day: Int64
  }

  /// Days since the year 1, counted from 1, of the first day that the date can mean; 0 without a date.
  private static func day(_ date: CalendarDate?) -> Int64 { date.map { Int64($0.dayNumber) } ?? 0 }

  private func entry(of article: Int64) throws -> Entry? {
    signature.bind(1, article)
    return try signature.first { row in
      TextSignature(bytes: row.data(2), count: Int(row.int(1))).map { Entry(signature: $0, day: row.int(0)) }
    } ?? nil
  }

  private func neighbours(of article: Int64, _ entry: Entry) throws -> [Int64] {
    var found: Set<Int64> = []
    for band in entry.signature.bands {
      candidates.bind(1, band)
      candidates.bind(2, entry.day == 0 ? 0 : max(1, entry.day - Self.window))
      candidates.bind(3, entry.day == 0 ? 0 : entry.day + Self.window)
      try candidates.forEach { found.insert($0.int(0)) }
    }
    found.remove(article)
    return try found.sorted().filter { try self.entry(of: $0)?.signature.isVersion(of: entry.signature) ?? false }
  }

  private func node(of article: Int64) throws -> Int64 {
    if open.contains(article) { return article }
    chain.bind(1, article)
    return try chain.first { $0.int(0) } ?? article
  }

  /// All articles of a chain.
  private func members(of chain: Int64) throws -> [Int64] {
    var articles: [Int64] = []
    for sql in ["SELECT number FROM article WHERE number = ?", Self.followers] {
      let statement = try DirectStatement(db, sql)
      statement.bind(1, chain)
      try statement.forEach { articles.append($0.int(0)) }
    }
    return articles
  }

  /// Makes articles one chain, named by the first of them by date and id.
  private func link(_ articles: [Int64]) throws -> [(article: Int64, chain: Int64)] {
    let read = try DirectStatement(db, "SELECT coalesce(date, '9999-99'), id, chain FROM article WHERE number = ?")
    var list: [(date: String, id: String, number: Int64, chain: Int64)] = []
    for article in articles {
      read.bind(1, article)
      try read.forEach { list.append(($0.text(0) ?? "", $0.text(1) ?? "", article, $0.int(2))) }
    }
    let first = list.min { one, other in
      one.date == other.date ? one.id.utf8.lexicographicallyPrecedes(other.id.utf8) : one.date < other.date
    }
    guard let first else { return [] }
    let write = try DirectStatement(db, "UPDATE article SET chain = ?2 WHERE number = ?1")
    return try list.filter { $0.chain != first.number }.map { article in
      write.bind(1, article.number)
      write.bind(2, first.number)
      try write.run()
      return (article.number, first.number)
    }
  }
}

/// Numbers in sets that grow together (union by the lesser number, with path halving; Tarjan 1975).
struct DisjointSets {
  private var parents: [Int64: Int64] = [:]

  /// Adds a number in a set of its own, unless it is there.
  mutating func insert(_ number: Int64) { if parents[number] == nil { parents[number] = number } }

  /// Makes the sets of two numbers one.
  mutating func unite(_ one: Int64, _ other: Int64) {
    insert(one)
    insert(other)
    let (one, other) = (root(one), root(other))
    parents[max(one, other)] = min(one, other)
  }

  /// The sets, each in order.
  var sets: [[Int64]] {
    var copy = self
    return Dictionary(grouping: parents.keys) { copy.root($0) }.values.map { $0.sorted() }
      .sorted { ($0.first ?? 0) < ($1.first ?? 0) }
  }

  private mutating func root(_ number: Int64) -> Int64 {
    var number = number
    while let parent = parents[number], parent != number {
      parents[number] = parents[parent] ?? parent
      number = parent
    }
    return number
  }
}
