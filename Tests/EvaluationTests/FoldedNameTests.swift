import Evaluation
import Testing

/// What does not count when names are compared, and what does.
struct FoldedNameTests {
  @Test(arguments: [
    ("Red Cross", "the red-cross"), ("United Nations", "  The United   Nations. "), ("Côte d'Ivoire", "COTE DIVOIRE"),
    ("Türkiye", "Tu\u{308}rkiye"), ("Straße", "STRASSE"), ("STRAẞE", "strasse"), ("ΣΟΦΟΣ", "σοφος"),
    ("İzmir", "izmir"), ("ﬁrst", "First"), ("№ 4", "no4"), ("G７", "g7"), ("x²", "X2"), ("Việt Nam", "vietnam"),
    ("The The", "THE THE"), ("\u{345}", "ι"),
  ])
  func theseAreOneName(one: String, other: String) {
    #expect(FoldedName(one) == FoldedName(other))
  }

  @Test(arguments: [
    ("ısparta", "isparta"), ("theatre", "atre"), ("Bank of the Nile", "Bank of Nile"), ("Łódź", "Lodz"),
    ("UN", "UNO"), ("Korea 1", "Korea 2"), ("東京", "京東"),
  ])
  func theseAreTwo(one: String, other: String) {
    #expect(FoldedName(one) != FoldedName(other))
  }

  @Test func nobodyIsTheEmptyName() {
    for name in [nil, "", "The", " - ", "\u{301}"] as [String?] {
      #expect(FoldedName(name).isEmpty, "\(name ?? "nil")")
    }
    #expect(!FoldedName("x").isEmpty)
  }
}
