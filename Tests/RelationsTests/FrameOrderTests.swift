import Testing

/// The linter tells rows that can never be found, and no others.
struct FrameOrderTests {
  private func findings(_ file: String, _ first: String, _ second: String) throws -> [String] {
    var tables = RelationTables()
    tables.add(file, first, second)
    return try tables.findings()
  }

  @Test(arguments: [
    ("verbs.tsv", "give;;obj|to;AID;;;", "give;;to;AID;070;;"),
    ("verbs.tsv", "give;@arms;to;AID;;;", "give;gun|tank;to;AID;070;;"),
    ("verbs.tsv", "give;;to;AID;;;", "give;@arms;to;AID;070;;"),
    ("verbs.tsv", "give;;to;AID;;;", "give;with:gun;to;AID;070;;"),
    ("verbs.tsv", "give;with:@arms;to;AID;;;", "give;with:gun;to;AID;070;;"),
    ("verbs.tsv", "give;;to;AID;;;", "give;-;to;AID;070;;"),
    ("verbs.tsv", "give;;;-;;planned:subj;", "give;;to;AID;070;;"),
    ("verbs.tsv", "give;gun;;-;;;", "give;gun;to;AID;070;;"),
    ("verbs.tsv", "give;;to;AID;;;", "give;;to;AID;070;;forces"),
    ("verbs.tsv", "give;;with;AGREE;;;symmetric", "give;;with;CONSULT;;;symmetric"),
    ("verbs.tsv", "give;;to;AID;;planned:subj;", "give;@arms|gun;to;AID;070;;"),
    ("nouns.tsv", "gift;poss;to|on;AID;;", "gift;poss;to;AID;070;"),
    ("nouns.tsv", "gift;poss;with;AID;;between", "gift;poss;with;AGREE;;between"),
    ("adjectives.tsv", "good;to|on;AID;;;", "good;on;AID;070;;"),
  ])
  func neverFound(file: String, first: String, second: String) throws {
    #expect(
      try findings(file, first, second) == [
        "\(file):6: can never be found, for line 5 always wins: take it out, or put it further up"
      ])
  }

  @Test func severalRowsTogetherLeaveNothing() throws {
    var tables = RelationTables()
    tables.add("verbs.tsv", "give;gun;to|on;AID;;;", "give;tank;to;AID;;;", "give;@arms;to;AID;070;;")
    #expect(
      try tables.findings() == [
        "verbs.tsv:7: can never be found, for lines 5, 6 always win: take it out, or put it further up"
      ])
  }

  @Test(arguments: [
    ("verbs.tsv", "give;;to;AID;;;", "give;;obj|to;AID;070;;"),
    ("verbs.tsv", "give;gun;to;AID;;;", "give;@arms;to;AID;070;;"),
    ("verbs.tsv", "give;-;to;AID;;;", "give;;to;AID;070;;"),
    ("verbs.tsv", "give;with:gun;to;AID;;;", "give;on:gun;to;AID;070;;"),
    ("verbs.tsv", "give;;to;AID;;;forces", "give;;to;AID;070;;"),
    ("verbs.tsv", "give;;to;AID;;;bound", "give;;to;AID;070;;envoy"),
    ("verbs.tsv", "give;;with;AGREE;;;", "give;;with;CONSULT;;;symmetric"),
    // A deed may be what is blamed, never what is aided.
    ("verbs.tsv", "give;;to;AID;;;", "give;;to;ACCUSE;;;"),
    // The second one's complement is still taken.
    ("verbs.tsv", "give;;to;AID;;;", "give;;to;AID;070;planned:subj;"),
    ("verbs.tsv", "give;;to;AID;;;", "give;;;-;;planned:subj;"),
    ("verbs.tsv", "give;-;;-;;planned:subj;", "give;;to;AID;;requested:target;"),
    ("nouns.tsv", "gift;poss;to;AID;;", "gift;with;to;AID;070;"),
    ("nouns.tsv", "gift;poss;to;AID;;", "gift;poss;on|to;AID;070;"),
    ("nouns.tsv", "gift;poss;to;AID;;", "gift;poss;to;AGREE;;between"),
    ("adjectives.tsv", "good;to;AID;;;", "good;to|on;AID;070;;"),
    ("adjectives.tsv", "good;;-;;possible:subj;", "good;to;AID;;;"),
  ])
  func bothMayBeFound(file: String, first: String, second: String) throws {
    #expect(try findings(file, first, second) == [])
  }

  @Test(arguments: [
    ("verbs.tsv", "want;;obj;REQUEST;;requested:target;", "want;;;-;;planned:subj;"),
    ("verbs.tsv", "want;;obj;REQUEST;;requested:target;", "want;-;;-;;planned:subj;"),
    ("verbs.tsv", "want;;;-;;planned:subj;", "want;;;-;;planned:own;"),
    ("adjectives.tsv", "good;to;AID;;planned:subj;", "good;;-;;possible:subj;"),
  ])
  func complementsThatAreNeverTaken(file: String, first: String, second: String) throws {
    #expect(
      try findings(file, first, second) == [
        "\(file):6: its complement is never taken, for line 5 has one for the same objects: write all complements "
          + "there, or put the row further up"
      ])
  }
}
