import Evaluation
import Testing

struct MentionRecallTests {
  @Test func nothing() { #expect(MentionRecall().recall == 1) }
}
