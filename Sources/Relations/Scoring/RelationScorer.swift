import Actors
import Language
import Vocabulary

/// Ranks what the rules propose, refuses what is very unlikely, and adds what no rule finds but the network is sure of.
struct RelationScorer: Sendable {
  /// The name that stands for a rule's where no rule proposes a relation.
  static let name = "scorer"

  let network: ScorerNetwork
  let policy: ScorerPolicy

  init(_ data: DataFolder) throws(DataError) {
    network = try ScorerNetwork(data)
    policy = try ScorerPolicy(data)
  }

  /// What becomes of the candidates that the rules leave over.
  struct Judgement {
    /// Those that are likely enough, with their confidence, by their numbers among the chosen ones.
    var kept: [(number: Int, candidate: Candidate)] = []
    /// Those that are not.
    var refused: [Candidate] = []
    /// What no rule proposes.
    var added: [Candidate] = []
  }

  /// Judges the chosen candidates of a document.
  /// - Parameters:
  ///   - proposed: All that the rules propose, before any choice.
  ///   - said: Those of them that say with a noun what a verb says already.
  func judge(
    _ chosen: [Candidate], proposed: [Candidate], said: [Candidate], in context: SentenceContext
  ) -> Judgement {
    let analyzed = context.reader.analyzed
    let sentenceOf = { (candidate: Candidate) in analyzed.sentenceOf[candidate.token] }
    let proposals = Dictionary(grouping: proposed, by: sentenceOf)
    // Where a user's own frames speak, or are to say nothing, the network is not asked.
    let settled = Set(chosen.filter { $0.frame?.isOwn == true }.map(\.token))
    let repeated = Dictionary(grouping: said, by: sentenceOf)
    let choices = Dictionary(grouping: chosen.enumerated(), by: { sentenceOf($0.element) })
    let mentions = PairFinder.mentions(in: context)
    var judgement = Judgement()
    for (number, sentence) in analyzed.document.sentences.enumerated() {
      let finder = PairFinder(
        context: context, sentence: sentence, mentions: mentions[number] ?? [], proposed: proposals[number] ?? [])
      let scores = SentenceScores(finder: finder, proposals: finder.proposals(sentence), network: network)
      var known = Set((repeated[number] ?? []).map { PairKey($0) })
      for (place, candidate) in choices[number] ?? [] {
        let probability = scores.probability(of: candidate)
        // What a user's own frame says is not ours to doubt.
        guard probability >= policy.veto || candidate.frame?.isOwn == true else {
          judgement.refused.append(candidate)
          continue
        }
        var scored = candidate
        scored.confidence = policy.confidence(ofRule: probability)
        judgement.kept.append((place, scored))
        known.insert(PairKey(candidate))
        if candidate.type.isMutual { known.insert(PairKey(candidate).mirrored) }
      }
      judgement.added +=
        scores.best(atLeast: policy.threshold, besides: known)
        .filter {
          !settled.contains($0.trigger) && !context.reader.isSwitchedOff($0.trigger)
            && !context.reader.isRespective($0.trigger)
        }
        .map { candidate($0, finder, context) }
    }
    return judgement
  }

  /// A relation that no rule proposes.
  private func candidate(
    _ found: SentenceScores.Found, _ finder: PairFinder, _ context: SentenceContext
  ) -> Candidate {
    let (source, target) = (finder.mentions[found.source], finder.mentions[found.target])
    return Candidate(
      rule: Self.name, frame: nil, token: found.trigger, phrase: phrase(found.trigger, context), source: source,
      target: target, type: found.type, cameo: nil, isSymmetric: found.type.isMutual,
      status: context.factuality.status(of: found.trigger),
      confidence: policy.confidence(ofScorer: found.probability))
  }

  /// The verb with its object, or the noun, as lemmas.
  private func phrase(_ trigger: Int, _ context: SentenceContext) -> String {
    let (reader, tokens) = (context.reader, context.tokens)
    guard reader.isVerb(trigger) else { return tokens[trigger].lemma.lowercased() }
    let verb = reader.lemma(of: trigger).replacing("_", with: " ")
    let object = reader.children(of: trigger, .dobj).first {
      tokens[$0].pos == .noun && reader.actors.actors(at: $0).isEmpty
    }
    return object.map { verb + " " + tokens[$0].lower } ?? verb
  }
}

/// Two actors and a type in one document's sentence.
struct PairKey: Hashable {
  let source: String
  let target: String
  let type: EventType

  init(source: String, target: String, type: EventType) {
    self.source = source
    self.target = target
    self.type = type
  }

  init(_ candidate: Candidate) {
    self.init(
      source: candidate.source.principal?.code ?? "", target: candidate.target.principal?.code ?? "",
      type: candidate.type)
  }

  var mirrored: PairKey { PairKey(source: target, target: source, type: type) }
}
