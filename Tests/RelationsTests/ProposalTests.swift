import Testing

@testable import Relations

/// What the rules propose is kept, or refused for a reason.
struct ProposalTests {
  @Test(arguments: [
    ("Canada condemned Belarus.", ["verb CAN ACCUSE BLR: kept"]),
    ("John Smithers thanked Norway.", ["verb ? SUPPORT NOR: unknown-source"]),
    ("Norway thanked John Smithers.", ["verb NOR SUPPORT ?: unknown-target"]),
    (
      "France, Germany and Italy agreed with Germany on a plan.",
      ["verb FRA AGREE DEU: kept", "verb DEU AGREE DEU: same-principal", "verb ITA AGREE DEU: kept"]
    ),
    (
      "Poland imposed an embargo on Belarus.",
      ["verb POL SANCTION BLR: kept", "noun POL SANCTION BLR: said-by-verb"]
    ),
    (
      "Canada condemned Belarus and Canada criticised Belarus.",
      ["verb CAN ACCUSE BLR: kept", "verb CAN ACCUSE BLR: said-twice"]
    ),
  ])
  func eachProposalHasItsVerdict(text: String, expected: [String]) throws {
    #expect(try Extraction.proposals(text) == expected)
  }

  @Test func guessesAtBothEndsAreTooUnsure() throws {
    let text = "The Finnish president was in Iran. He had voiced concern about its closeness."
    let found = try Extraction.proposals(text)
    #expect(found.contains { $0.hasPrefix("verb FIN") && $0.hasSuffix("IRN: low-confidence") }, "\(found)")
  }

  /// The surer one stays, wherever it stands; the proposal that is refused names it.
  @Test func whatHappenedGoesBeforeWhatIsAskedFor() throws {
    let found = try Extraction.proposals("Canada will condemn Belarus, and Canada has condemned Belarus.")
    #expect(found == ["verb CAN ACCUSE BLR: said-twice", "verb CAN ACCUSE BLR: kept"], "\(found)")
  }

  @Test(arguments: [
    "NATO urges South Korea to increase military support for Ukraine. Seoul refused.",
    "Russia and Ukraine held talks, and Ukraine and Russia discussed grain. John Smithers thanked both.",
    "Pakistan said India had shelled Pakistani villages. It condemned the raid.", "Nothing happened.", "",
  ])
  func whatIsKeptIsWhatIsExtracted(text: String) throws {
    let kept = try Extraction.proposals(text).filter { $0.hasSuffix(": kept") }
    let relations = try Extraction.relations(text)
    #expect(kept.count == relations.count, "\(kept) \(relations)")
    for proposal in kept {
      let relation = proposal.dropLast(": kept".count).split(separator: " ").dropFirst().joined(separator: " ")
      #expect(relations.contains { $0.hasPrefix(relation + " ") }, "\(relation): \(relations)")
    }
  }

  @Test func everyReasonIsOneLineOfItsOwn() {
    let all: [Refusal] = [
      .unknownSource, .unknownTarget, .samePrincipal, .unsure(least: 0.57), .saidByVerb, .saidTwice(kept: 0),
    ]
    #expect(Set(all.map(\.code)).count == all.count && Set(all.map(\.description)).count == all.count)
    #expect(all.allSatisfy { !$0.description.contains("\n") })
    #expect(Refusal.unsure(least: 0.57).description == "its confidence is below 0.57")
  }
}
