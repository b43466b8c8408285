import Actors
import Vocabulary

/// "Armenia said Azerbaijan had shelled its villages" is an accusation, besides what it claims.
///
/// It looks at the candidates that other rules found: a claim of a hostile deed by somebody else accuses the doer.
struct ClaimRule {
  static let name = "claim"

  func candidates(from found: [Candidate]) -> [Candidate] {
    found.compactMap { candidate in
      guard let claim = candidate.status.claim, let speaker = claim.speaker, let accuser = speaker.principal,
        candidate.type.quad == .materialConflict, candidate.status.realis == .actual,
        let doer = candidate.source.principal, doer.code != accuser.code,
        candidate.target.principal?.code == accuser.code
      else { return nil }
      return Candidate(
        rule: Self.name, frame: nil, token: claim.verb, phrase: "accuse", source: speaker, target: candidate.source,
        type: .accuse, cameo: "112", isSymmetric: false, status: Status(), confidence: candidate.confidence * 0.8)
    }
  }
}
