import Testing

/// A claim of a hostile deed by somebody else is an accusation.
struct ClaimRuleTests {
  @Test func claimAccuses() throws {
    let found = try Extraction.relations("Pakistan said India had shelled Pakistani villages.")
    #expect(found.contains("PAK ACCUSE IND actual"), "\(found)")
    #expect(found.contains("IND ASSAULT PAK actual by PAK"), "\(found)")
  }

  @Test func reportingOnesOwnDeedAccusesNobody() throws {
    let found = try Extraction.relations("Sweden said it had sent tanks to Ukraine.")
    #expect(!found.contains { $0.contains("ACCUSE") }, "\(found)")
  }
}
