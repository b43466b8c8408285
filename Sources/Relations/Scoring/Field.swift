import Actors

/// All mentions of a sentence around one word: who stands nearest, and which parts are filled.
struct Field {
  /// How many mentions of other actors stand between each mention and the word.
  let rank: [Int]
  /// How many actors the sentence names.
  let principals: Int
  private let agents: [Set<Int>]
  private let patients: [Set<Int>]

  /// - Parameter codes: The actor of each mention as a small number.
  init(_ trigger: Int, _ mentions: [Mention], _ codes: [Int], _ parts: [RoleReader.Part]) {
    principals = Set(codes).count
    rank = mentions.indices.map { index in
      let (low, high) = (min(mentions[index].head, trigger), max(mentions[index].head, trigger))
      return Set(
        mentions.indices.filter { low < mentions[$0].head && mentions[$0].head < high && codes[$0] != codes[index] }
          .map { codes[$0] }
      ).count
    }
    let agents = Set(parts.indices.filter { parts[$0].kind == .agent }.map { codes[$0] })
    let patients = Set(parts.indices.filter { parts[$0].kind.isPatient }.map { codes[$0] })
    self.agents = codes.map { agents.subtracting([$0]) }
    self.patients = codes.map { patients.subtracting([$0]) }
  }

  /// Whether somebody else acts or is acted on.
  func others(_ index: Int) -> (agent: UInt64, patient: UInt64) {
    (agents[index].isEmpty ? 0 : 1, patients[index].isEmpty ? 0 : 1)
  }
}
