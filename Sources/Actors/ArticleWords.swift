/// The words of an article, for cues that tell the meanings of a name apart.
///
/// Few articles have such a name, so the words are taken when the first is met.
final class ArticleWords {
  private let documents: [AnalyzedDocument]
  private lazy var words: [UInt64] = documents.flatMap { Self.words($0.folded) + [0] }
  private lazy var known = Set(words)

  /// Makes one of all documents of an article.
  init(_ documents: [AnalyzedDocument]) { self.documents = documents }

  /// How many of the cues the article has. Case and accents don't count.
  func count(of cues: [String]) -> Int { cues.count { contains($0) } }

  private func contains(_ cue: String) -> Bool {
    let parts = Self.words(Folding.fold(cue))
    guard let first = parts.first, parts.allSatisfy(known.contains) else { return false }
    guard parts.count > 1 else { return true }
    return words.indices.contains { start in
      words[start] == first && start + parts.count <= words.count
        && words[start..<start + parts.count].elementsEqual(parts)
    }
  }

  /// Hashes of the words of a folded text (FNV-1a).
  private static func words(_ text: [UInt32]) -> [UInt64] {
    var words: [UInt64] = []
    var hash: UInt64?
    for scalar in text {
      guard Folding.isWord(scalar) else {
        if let done = hash { words.append(done) }
        hash = nil
        continue
      }
      let lower = (0x41...0x5A).contains(scalar) ? scalar + 0x20 : scalar
      hash = ((hash ?? 0xcbf2_9ce4_8422_2325) ^ UInt64(lower)) &* 0x100_0000_01b3
    }
    if let done = hash { words.append(done) }
    return words
  }
}
