import Actors
import Vocabulary

/// Whether what a word reports happened, and whose claim it is.
struct Status {
  var realis: Realis = .actual
  /// The speaker; nil where the article itself says so.
  var claim: Claim?

  /// Who claims something, and by which verb.
  struct Claim {
    let principal: String
    let speaker: Mention?
    let verb: Int
  }

  /// The status of something inside a deed that is itself not plainly actual: negation wins, then what is less real.
  static func combine(outer: Realis, inner: Realis) -> Realis {
    switch (outer, inner) {
    case (.negated, _), (_, .negated): .negated
    case (.actual, let other), (let other, .actual): other
    case (.possible, _): .possible
    case (.planned, let other): other
    case (.requested, _): .requested
    }
  }
}
