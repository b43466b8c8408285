import Actors
import Language
import Vocabulary

/// What the scorer sees of a word that may carry a relation.
struct TriggerFeatures {
  let trigger: Int
  /// The lemma with its particle.
  let lemma: UInt64
  /// The head of its object; 0 without one.
  let object: UInt64
  /// The types of its frames.
  let types: [UInt64]
  /// The types of its object's frames.
  let objectTypes: [UInt64]
  /// The token of its object.
  let objectToken: Int?
  /// The verb above it.
  let governor: Int?
  private let others: [UInt64]
  private let words: [UInt64]

  init(
    _ trigger: Int, _ clause: Clause?, under above: (verb: Int, label: UInt64)?, _ context: SentenceContext
  ) {
    self.trigger = trigger
    let (reader, tokens, frames) = (context.reader, context.tokens, context.frames)
    let token = tokens[trigger]
    let lemma = clause?.lemma ?? token.lemma.lowercased()
    self.lemma = FeatureHash.word(lemma)
    let object = clause?.objects.first { tokens[$0].pos == .noun }
    objectToken = object
    let noun = object.map { tokens[$0].lemma.lowercased() }
    self.object = noun.map(FeatureHash.word) ?? 0
    types = Self.types(clause == nil ? reader.ownFrames(of: trigger) : frames.verbs[lemma] ?? [])
    objectTypes = Self.types(noun.flatMap { frames.nouns[$0] } ?? [])
    governor = above?.verb
    var others = [
      FeatureHash.join(102, FeatureHash.word(token.tag)), FeatureHash.join(103, RoleReader.id(token.dep)),
    ]
    var words = [
      FeatureHash.join(101, self.lemma), FeatureHash.join(104, self.object),
      FeatureHash.join(105, FeatureHash.join(self.lemma, self.object)),
    ]
    if let (verb, label) = above {
      let word = FeatureHash.word(reader.lemma(of: verb))
      words += [FeatureHash.join(106, word), FeatureHash.join(107, FeatureHash.join(word, label))]
      others.append(FeatureHash.join(108, label))
      if let next = RoleReader(context: context).governor(of: verb)?.verb {
        words.append(FeatureHash.join(118, FeatureHash.word(reader.lemma(of: next)), label))
      }
      for type in Self.types(frames.verbs[reader.lemma(of: verb)] ?? []) {
        others.append(FeatureHash.join(109, FeatureHash.join(type, label)))
      }
    }
    let status = context.factuality.status(of: trigger)
    let realis = FeatureHash.word(status.realis.rawValue)
    others.append(FeatureHash.join(110, realis))
    words.append(FeatureHash.join(111, FeatureHash.join(realis, self.lemma)))
    others.append(FeatureHash.join(112, status.claim == nil ? 0 : 1))
    for child in reader.analyzed.tree.children(of: trigger)
    where [.aux, .neg, .mark, .auxpass, .advmod, .det].contains(tokens[child].dep) {
      others.append(FeatureHash.join(113, FeatureHash.word(tokens[child].lower)))
    }
    for (place, offset) in [-1, 1, 2].enumerated() where tokens.indices.contains(trigger + offset) {
      words.append(FeatureHash.join(117, UInt64(place), FeatureHash.word(tokens[trigger + offset].lower)))
    }
    for type in types { others.append(FeatureHash.join(114, type)) }
    for type in objectTypes { others.append(FeatureHash.join(115, type)) }
    if types.isEmpty { others.append(116) }
    self.others = others
    self.words = words
  }

  /// Adds what does not depend on the mentions.
  func add(to list: inout FeatureList) {
    for hash in others { list.add(hash) }
    for hash in words { list.addWord(hash) }
  }

  /// The distinct types of frames, at most four.
  private static func types(_ frames: [Frame]) -> [UInt64] {
    var types: [EventType] = []
    for case let type? in frames.map(\.type) where !types.contains(type) && types.count < 4 { types.append(type) }
    return types.map(FeatureHash.type)
  }
}
