import Foundation
import Testing
import Vocabulary

@testable import Actors

/// A user's own actors, names and offices add to the project's tables and win over them.
struct ActorDictionaryTests {
  /// A resolver with tables of the user's own, in which `;` stands for a tab.
  private func resolver(_ tables: String..., aliases: [(String, String)] = []) throws -> ActorResolver {
    try withScratch { folder in
      var own: [ActorDictionary] = []
      for (number, table) in tables.enumerated() {
        let url = folder.appendingPathComponent("own\(number).tsv")
        try Data(table.replacing(";", with: "\t").utf8).write(to: url)
        own.append(.table(url))
      }
      if !aliases.isEmpty { own.append(.aliases(aliases.map { (code: $0.0, name: $0.1) })) }
      return try ActorResolver(data: Resolution.data, dictionaries: own)
    }
  }

  /// The message for a table that cannot be used, its path as PATH.
  private func message(_ content: Data?) throws -> String? {
    try withScratch { folder in
      let url = folder.appendingPathComponent("own.tsv")
      try content?.write(to: url)
      let error = #expect(throws: DataError.self) {
        try ActorRegistry.load(from: Resolution.data, dictionaries: [.table(url)])
      }
      return error?.description.replacingOccurrences(of: url.path, with: "PATH")
    }
  }

  @Test func anActorIsAdded() throws {
    let resolver = try resolver(
      """
      # Of my own beat.
      code;name;kind;aliases;nouns
      Harbour Front;Harbour Front;armed group;Frontists|Front for the Harbour;militia

      Old Quay Bank;Old Quay Bank;;OQB;
      """)
    let registry = resolver.registry
    #expect(registry.actor(code: "Harbour Front")?.kind == .armedGroup)
    #expect(registry.actor(code: "Old Quay Bank")?.kind == .organization)
    #expect(registry.names(code: "Harbour Front") == ["Harbour Front", "Frontists", "Front for the Harbour"])
    #expect(registry.codes(named: "OQB") == ["Old Quay Bank"])
    let found = try Resolution.mentions(
      "The Frontists attacked Peru. The militia also threatened Chile. OQB thanked the Front for the Harbour.",
      by: resolver)
    #expect(
      found.filter { !$0.contains("Peru") && !$0.contains("Chile") } == [
        "Frontists = Harbour Front / Harbour Front", "militia = Harbour Front / Harbour Front",
        "OQB = Old Quay Bank / Old Quay Bank", "Front for the Harbour = Harbour Front / Harbour Front",
      ], "\(found)")
  }

  @Test func aKnownActorGetsFurtherNames() throws {
    let resolver = try resolver("code;name;aliases;adjectives\nPER;;Land of Quipus|Andeland@..1990;Quipuan\n")
    #expect(resolver.registry.actor(code: "PER")?.name == "Peru")
    let text = "Land of Quipus warned Chile. Andeland met Bolivia. Quipuan soldiers left."
    let found = try Resolution.mentions(text, by: resolver)
    #expect(found.contains("Land of Quipus = Peru / PER"), "\(found)")
    #expect(found.contains("Quipuan soldiers = Peru / PER"), "\(found)")
    #expect(!found.contains { $0.hasPrefix("Andeland = Peru") }, "\(found)")
    let earlier = try Resolution.mentions(text, date: "1985-01-01", by: resolver)
    #expect(earlier.contains("Andeland = Peru / PER"), "\(earlier)")
    // What was known before stays.
    #expect(try Resolution.mentions("Lima thanked Chile.", by: resolver).contains("Lima = Peru / PER"))
  }

  @Test func aKnownActorGetsFurtherNouns() throws {
    let resolver = try resolver("code;name;nouns\nPER;;quipuhouse\n")
    let found = try Resolution.mentions("Peru warned Chile. The quipuhouse also warned Bolivia.", by: resolver)
    #expect(found.contains("quipuhouse = Peru / PER"), "\(found)")
  }

  @Test func theNameIsOverridden() throws {
    let resolver = try resolver("code;name;region\nPER;Republic by the Sea;Oceania\n")
    let registry = resolver.registry
    #expect(registry.actor(code: "PER") == Actor(code: "PER", name: "Republic by the Sea", kind: .state))
    #expect(registry.entries.first { $0.actor.code == "PER" }?.region == "Oceania")
    let found = try Resolution.mentions("Republic by the Sea thanked Chile.", by: resolver)
    #expect(found.contains("Republic by the Sea = Republic by the Sea / PER"), "\(found)")
    #expect(
      try Resolution.mentions("Peru thanked Chile.", by: resolver).contains("Peru = Republic by the Sea / PER"))
  }

  /// Names of the project's tables for somebody else, a medium, nobody, or several meanings.
  @Test(arguments: [
    ("Moscow warned Peru.", "Moscow", "Moscow Ring"), ("Reuters warned Peru.", "Reuters", "Reuters Ring"),
    ("Georgia warned Peru.", "Georgia", "Georgia Ring"), ("RSF warned Peru.", "RSF", "RSF Ring"),
    ("Gulf of Mexico warned Peru.", "Gulf of Mexico", "Gulf Ring"),
  ])
  func aNameThatMeantSomebodyElseIsOurs(text: String, name: String, code: String) throws {
    let resolver = try resolver("code;name;aliases\n\(code);\(code);\(name)\n")
    let found = try Resolution.mentions(text, by: resolver)
    #expect(found.contains("\(name) = \(code) / \(code)"), "\(found)")
  }

  @Test func anOfficeIsAdded() throws {
    let resolver = try resolver(
      "code;name\nOld Quay Bank;Old Quay Bank\n",
      """
      person;office;principal;from;until;variants
      Qillaq Wamanpuma;president;Old Quay Bank;2020-01-01;;Wamanpuma the Elder
      """)
    let found = try Resolution.mentions("Qillaq Wamanpuma thanked Chile. Wamanpuma left.", by: resolver)
    #expect(
      found.filter { $0.hasSuffix("/ Old Quay Bank") } == [
        "Qillaq Wamanpuma = Qillaq Wamanpuma / Old Quay Bank", "Wamanpuma = Qillaq Wamanpuma / Old Quay Bank",
      ], "\(found)")
    let variant = try Resolution.mentions("Wamanpuma the Elder thanked Chile.", by: resolver)
    #expect(variant.contains { $0.hasSuffix("= Qillaq Wamanpuma / Old Quay Bank") }, "\(variant)")
    let before = try Resolution.mentions("Qillaq Wamanpuma thanked Chile.", date: "2010-01-01", by: resolver)
    #expect(!before.contains { $0.hasSuffix("/ Old Quay Bank") }, "\(before)")
  }

  @Test func theDatesOfAKnownOfficeAreReplaced() throws {
    let resolver = try resolver(
      "person;office;principal;from;until\nJens Stoltenberg;secretary-general;NATO;2014-10-01;2030-12-31\n")
    let holder = try #require(resolver.registry.holders.first { $0.name == "Jens Stoltenberg" })
    let terms = holder.terms.filter { $0.office == "secretary-general" }
    #expect(terms.count == 1)
    #expect(terms.first?.period.contains(CalendarDate("2030-06-01")) == true)
    // His other offices stay.
    #expect(holder.terms.contains { $0.office == "prime minister" })
    #expect(holder.terms.count > 1)
  }

  @Test func twoTermsOfOneOfficeBothCount() throws {
    let resolver = try resolver(
      """
      person;office;principal;from;until
      Qillaq Wamanpuma;president;PER;2001-01-01;2004-12-31
      Qillaq Wamanpuma;president;PER;2010-01-01;2014-12-31
      """)
    let holder = try #require(resolver.registry.holders.first { $0.name == "Qillaq Wamanpuma" })
    #expect(
      holder.terms.map(\.period) == [
        Period(from: "2001-01-01", until: "2004-12-31"), Period(from: "2010-01-01", until: "2014-12-31"),
      ])
    let between = try Resolution.mentions("Qillaq Wamanpuma thanked Chile.", date: "2007-05-10", by: resolver)
    #expect(!between.contains { $0.hasSuffix("/ PER") }, "\(between)")
    let second = try Resolution.mentions("Qillaq Wamanpuma thanked Chile.", date: "2012-05-10", by: resolver)
    #expect(second.contains("Qillaq Wamanpuma = Qillaq Wamanpuma / PER"), "\(second)")
  }

  /// All rows of a table together replace the terms that were known, and a later table replaces those of an earlier.
  @Test func twoTermsReplaceThoseThatWereKnown() throws {
    let office = "person;office;principal;from;until\n"
    let resolver = try resolver(
      office + "Jens Stoltenberg;prime minister;NOR;1990;1991\n",
      office + "Jens Stoltenberg;prime minister;NOR;2030;2031\nJens Stoltenberg;prime minister;NOR;2040;2041\n")
    let holder = try #require(resolver.registry.holders.first { $0.name == "Jens Stoltenberg" })
    let terms = holder.terms.filter { $0.office == "prime minister" }
    #expect(terms.map(\.period) == [Period(from: "2030", until: "2031"), Period(from: "2040", until: "2041")])
    #expect(holder.terms.contains { $0.office == "secretary-general" })
  }

  @Test func columnsThatAreNotNeededMayBeMissing() throws {
    let resolver = try resolver(
      "name;code\nOld Quay Bank;Old Quay Bank\n", "principal;person;office\nPER;Qillaq Wamanpuma;envoy\n")
    #expect(resolver.registry.actor(code: "Old Quay Bank") != nil)
    let found = try Resolution.mentions("Qillaq Wamanpuma thanked Chile.", by: resolver)
    #expect(found.contains("Qillaq Wamanpuma = Qillaq Wamanpuma / PER"), "\(found)")
  }

  @Test func aliasesAreNamesOfTheirActors() throws {
    let resolver = try resolver(aliases: [("PER", "Quipuland"), ("NATO", "Moscow"), ("no such code", "Chile")])
    #expect(resolver.registry.names(code: "PER").contains("Quipuland"))
    let found = try Resolution.mentions("Quipuland warned Moscow and Chile.", by: resolver)
    #expect(found == ["Quipuland = Peru / PER", "Moscow = NATO / NATO", "Chile = Chile / CHL"], "\(found)")
  }

  /// A name given by hand to a person ("actors add-alias") is one in articles too.
  @Test func aliasesOfPersons() throws {
    let resolver = try resolver(aliases: [("Jens Stoltenberg", "Stoltenbergius Maximus")])
    let text = "Stoltenbergius Maximus warned Chile. Maximus left."
    let found = try Resolution.mentions(text, date: "2023-01-30", by: resolver)
    #expect(found.contains("Stoltenbergius Maximus = Jens Stoltenberg / NATO"), "\(found)")
  }

  /// Of two tables the later adds to what the first has brought.
  @Test func tablesBuildOnEachOther() throws {
    let registry = try resolver(
      "code;name\nOQB;Old Quay Bank\n", "code;name;aliases\nOQB;Quay Bank;The Quay\n", aliases: [("OQB", "Bank of Q")]
    ).registry
    #expect(registry.actor(code: "OQB")?.name == "Quay Bank")
    for name in ["OQB", "Old Quay Bank", "Quay Bank", "The Quay", "Bank of Q"] {
      #expect(registry.codes(named: name) == ["OQB"], "\(name)")
    }
  }

  @Test(arguments: [
    ("code;kind\nX;company\n", "PATH:1: column 'name' is missing in the header"),
    ("name;aliases\nX;Y\n", "PATH:1: column 'code' is missing in the header"),
    ("person;office\nX;Y\n", "PATH:1: column 'principal' is missing in the header"),
    ("code;name;name\nX;X;X\n", "PATH:1: column 'name' stands twice in the header"),
    ("", "PATH:1: the header line is missing"), ("# Nothing yet\n", "PATH:2: the header line is missing"),
    ("code;name\nX\n", "PATH:2: 1 cells, but the header has 2; check the tabs"),
    ("code;name\nX; X\n", "PATH:2: white space at the edge of ' X'"),
    ("code;name\n;Nobody\n", "PATH:2: the code is empty"),
    ("code;name\n\n# A remark\nX;\n", "PATH:4: the new actor 'X' needs a name"),
    (
      "code;name;kind\nX;X;club\n",
      "PATH:2: 'club' is no kind of actor: state, organization, armed group, company or population"
    ),
    (
      "code;name;kind\nPER;;person\n",
      "PATH:2: 'person' is no kind of actor: state, organization, armed group, company or population"
    ),
    ("code;name;from\nX;X;soon\n", "PATH:2: 'soon' to '' is no period"),
    ("code;name;from;until\nPER;;2010;1990\n", "PATH:2: '2010' to '1990' is no period"),
    ("code;name;aliases\nX;X;Y@1990\n", "PATH:2: 'Y@1990': the years after @ must read from..until"),
    ("person;office;principal\nX Y;envoy;QQQ\n", "PATH:2: principal 'QQQ' is in no table of actors"),
    ("person;office;principal;from\nX Y;envoy;PER;then\n", "PATH:2: 'then' to '' is no period"),
  ])
  func mistakesAreToldInOneLine(table: String, expected: String) throws {
    #expect(try message(Data(table.replacing(";", with: "\t").utf8)) == expected)
  }

  /// Tables as spreadsheets write them: with a byte order mark, with the line ends of Windows, or both.
  @Test(arguments: [("", "\r\n"), ("\u{FEFF}", "\n"), ("\u{FEFF}", "\r\n")])
  func tablesOfSpreadsheetsAreRead(mark: String, end: String) throws {
    let actors = ["# Ours", "code;name;aliases", "", "OQB;Old Quay Bank;The Quay", "PER;;Quipuland"]
    let offices = ["person;office;principal;from;until", "Qillaq Wamanpuma;envoy;OQB;2020;"]
    let registry = try resolver(
      mark + actors.joined(separator: end) + end, mark + offices.joined(separator: end) + end
    ).registry
    #expect(registry.names(code: "OQB") == ["Old Quay Bank", "OQB", "The Quay"])
    #expect(registry.codes(named: "Quipuland") == ["PER"])
    #expect(registry.holders.first { $0.name == "Qillaq Wamanpuma" }?.terms.map(\.office) == ["envoy"])
    // Lines keep their numbers, and the last needs no end.
    let broken = mark + ["code;name", "X;X", "Y"].joined(separator: end) + (end == "\n" ? "" : "\r")
    #expect(
      try message(Data(broken.replacing(";", with: "\t").utf8))
        == "PATH:3: 1 cells, but the header has 2; check the tabs")
  }

  @Test func filesThatAreNoTablesAreTold() throws {
    #expect(try message(nil) == "PATH: can't be read; is it there?")
    #expect(try message(Data([0x63, 0xFF, 0xFE, 0])) == "PATH: is not UTF-8")
  }

  @Test func whatADictionarySaysIsItsText() throws {
    let aliases = ActorDictionary.aliases([(code: "PER", name: "Quipuland"), (code: "CHL", name: "Chilenia")])
    #expect(aliases.text == "PER\tQuipuland\nCHL\tChilenia")
    try withScratch { folder in
      let url = folder.appendingPathComponent("own.tsv")
      #expect(ActorDictionary.table(url).text == url.path)
      try Data("code\tname\n".utf8).write(to: url)
      #expect(ActorDictionary.table(url).text == "code\tname\n")
    }
  }
}
