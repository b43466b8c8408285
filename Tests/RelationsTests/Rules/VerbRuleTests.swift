import Testing

/// Verbs with their parts, in every form a sentence gives them.
struct VerbRuleTests {
  @Test(arguments: [
    // active
    ("Canada condemned Belarus on Monday.", ["CAN ACCUSE BLR actual"]),
    ("Brazil invited Bolivia to the summit.", ["BRA CONSULT BOL actual"]),
    // passive, with the agent behind "by"
    ("Belarus was condemned by Canada.", ["CAN ACCUSE BLR actual"]),
    ("Sanctions were imposed on Myanmar by the European Union.", ["EU SANCTION MMR actual"]),
    // relative clauses
    ("Japan, which has condemned Russia, spoke first.", ["JPN ACCUSE RUS actual"]),
    // reduced relatives
    ("Villages shelled by Sudan burned for days, Chad thanked France.", ["TCD SUPPORT FRA actual"]),
    ("Ukrainian drones shot down by Russia fell near a village.", ["RUS ASSAULT UKR actual"]),
    // two prepositions, and one behind an adverb
    ("Chad pulled its troops out of Sudan.", ["TCD RETREAT SDN actual"]),
    ("Russia drove the French out of Mali.", ["RUS COERCE FRA actual"]),
    ("Britain brought its soldiers home from Iraq.", ["GBR RETREAT IRQ actual"]),
    // who ends a deed
    ("Switzerland stopped selling Russia arms.", ["CHE SANCTION RUS actual"]),
    ("China stopped importing Lithuanian beef.", ["CHN SANCTION LTU actual"]),
    ("Kenya will stop shelling Somalia.", ["KEN RETREAT SOM planned"]),
    // coordination of verbs and of actors
    ("Norway thanked Finland and criticised Russia.", ["NOR ACCUSE RUS actual", "NOR SUPPORT FIN actual"]),
    (
      "Kenya and Uganda condemned Eritrea.",
      ["KEN ACCUSE ERI actual", "UGA ACCUSE ERI actual"]
    ),
    ("Peru criticised Chile and Ecuador.", ["PER ACCUSE CHL actual", "PER ACCUSE ECU actual"]),
  ])
  func forms(text: String, expected: [String]) throws {
    let found = try Extraction.relations(text)
    for triple in expected { #expect(found.contains(triple), "\(text) gave \(found)") }
  }

  @Test(arguments: [
    "Canada was condemned by Belarus.", "Belarus, condemned by Canada, protested.",
    "Sanctions were imposed on the European Union by Myanmar.",
  ])
  func directionIsNeverReversed(text: String) throws {
    let found = try Extraction.relations(text)
    #expect(!found.contains("BLR ACCUSE CAN actual") || text.hasPrefix("Canada"), "\(found)")
    #expect(!found.contains("EU SANCTION MMR actual"), "\(found)")
  }

  @Test func respectivelyPairsOneByOne() throws {
    let found = try Extraction.relations("Spain and Portugal thanked Greece and Cyprus respectively.")
    #expect(found == ["ESP SUPPORT GRC actual", "PRT SUPPORT CYP actual"])
  }

  @Test func noRelationInsideOnePrincipal() throws {
    #expect(try Extraction.relations("The Russian president praised the Russian army.").isEmpty)
  }
}

/// A definite accord stands for its parties.
struct AccordTests {
  @Test func theAccordMeansWhoTheArticleSpeaksOf() throws {
    let found = try Extraction.relations("Peru and Chile signed an accord. France welcomed the accord.")
    #expect(found.contains("FRA SUPPORT PER actual") && found.contains("FRA SUPPORT CHL actual"), "\(found)")
  }
}
