/// One token of a `Document`: a word, number, mark or run of white space, with all that the analysis says of it.
///
/// Offsets count Unicode scalars of the document's text, half open. Indexes (`head`) count the document's tokens.
public struct Token: Sendable {
  /// The token as it stands in the text.
  public let text: String
  /// The text in lower case.
  public let lower: String
  /// The normal form that the model sees ("'s" for "’s", "not" for "n't").
  public let norm: String
  /// Where it begins.
  public let start: Int
  /// Where it ends.
  public let end: Int
  /// Whether one plain space follows.
  public let hasSpaceAfter: Bool
  /// The fine part of speech (Penn Treebank): "VBD", "NNP".
  public internal(set) var tag: String
  /// The coarse part of speech (Universal Dependencies).
  public internal(set) var pos: PartOfSpeech
  /// Morphological features in the UD form: "Number=Sing|Person=3"; empty where there are none.
  public internal(set) var morph: String
  /// The dictionary form.
  public internal(set) var lemma: String
  /// The index of the token that governs it; its own where it is the root of its sentence.
  public internal(set) var head: Int
  /// How it depends on its head.
  public internal(set) var dep: Dependency
  /// Where it stands in a name, if it does.
  public internal(set) var entity: EntityTag
  /// Whether a sentence begins here.
  public internal(set) var startsSentence: Bool

  /// Whether it is a run of white space.
  public var isSpace: Bool { pos == .space }
}

/// Where a token stands in a named entity.
public enum EntityTag: Hashable, Sendable {
  /// In none.
  case outside
  /// The first token of a name with this label.
  case begin(EntityLabel)
  /// A later token of a name with this label.
  case inside(EntityLabel)
}

/// A name that the recognizer found.
public struct Entity: Hashable, Sendable {
  /// The tokens of the name.
  public let tokens: Range<Int>
  /// What it names.
  public let label: EntityLabel

  /// Makes an entity.
  public init(tokens: Range<Int>, label: EntityLabel) {
    self.tokens = tokens
    self.label = label
  }
}

/// What a name names: the eighteen labels of OntoNotes 5.
public enum EntityLabel: String, Hashable, Sendable, CaseIterable {
  case cardinal = "CARDINAL"
  case date = "DATE"
  case event = "EVENT"
  case facility = "FAC"
  case geopolitical = "GPE"
  case language = "LANGUAGE"
  case law = "LAW"
  case location = "LOC"
  case money = "MONEY"
  case group = "NORP"
  case ordinal = "ORDINAL"
  case organization = "ORG"
  case percent = "PERCENT"
  case person = "PERSON"
  case product = "PRODUCT"
  case quantity = "QUANTITY"
  case time = "TIME"
  case workOfArt = "WORK_OF_ART"
}

/// The coarse parts of speech of Universal Dependencies, and white space.
public enum PartOfSpeech: String, Hashable, Sendable, CaseIterable {
  case adjective = "ADJ"
  case adposition = "ADP"
  case adverb = "ADV"
  case auxiliary = "AUX"
  case coordinatingConjunction = "CCONJ"
  case determiner = "DET"
  case interjection = "INTJ"
  case noun = "NOUN"
  case numeral = "NUM"
  case particle = "PART"
  case pronoun = "PRON"
  case properNoun = "PROPN"
  case punctuation = "PUNCT"
  case space = "SPACE"
  case subordinatingConjunction = "SCONJ"
  case symbol = "SYM"
  case unknown = ""
  case other = "X"
  case verb = "VERB"
}

/// The dependency labels of the model (ClearNLP's scheme).
public enum Dependency: String, Hashable, Sendable, CaseIterable {
  case root = "ROOT"
  case acl, acomp, advcl, advmod, agent, amod, appos, attr, aux, auxpass
  case caseMark = "case"
  case cc, ccomp, compound, conj, csubj, csubjpass, dative, dep, det, dobj, expl, intj, mark, meta, neg, nmod
  case npadvmod, nsubj, nsubjpass, nummod, oprd, parataxis, pcomp, pobj, poss, preconj, predet, prep, prt, punct
  case quantmod, relcl, xcomp
}
