/// The strings that the model knows by a small number instead of their hash, in runs of consecutive numbers.
///
/// Ordinary tokens meet them: the word "agent" is 401, the shape "X" is 101.
enum SymbolTable {
  /// From 1 on.
  private static let attributes = """
    IS_ALPHA IS_ASCII IS_DIGIT IS_LOWER IS_PUNCT IS_SPACE IS_TITLE IS_UPPER LIKE_URL LIKE_NUM LIKE_EMAIL IS_STOP \
    IS_OOV_DEPRECATED IS_BRACKET IS_QUOTE IS_LEFT_PUNCT IS_RIGHT_PUNCT IS_CURRENCY
    """

  /// From 64 on.
  private static let fields = """
    ID ORTH LOWER NORM SHAPE PREFIX SUFFIX LENGTH CLUSTER LEMMA POS TAG DEP ENT_IOB ENT_TYPE HEAD SENT_START \
    SPACY PROB LANG ADJ ADP ADV AUX CONJ CCONJ DET INTJ NOUN NUM PART PRON PROPN PUNCT SCONJ SYM VERB X EOL \
    SPACE
    """

  /// From 380 on.
  private static let labels = """
    PERSON NORP FACILITY ORG GPE LOC PRODUCT EVENT WORK_OF_ART LANGUAGE LAW DATE TIME PERCENT MONEY QUANTITY \
    ORDINAL CARDINAL acomp advcl advmod agent amod appos attr aux auxpass cc ccomp complm conj cop csubj \
    csubjpass dep det dobj expl hmod hyph infmod intj iobj mark meta neg nmod nn npadvmod nsubj nsubjpass num \
    number oprd obj obl parataxis partmod pcomp pobj poss possessive preconj prep prt punct quantmod relcl rcmod \
    root xcomp acl ENT_KB_ID MORPH ENT_ID IDX _
    """

  /// All names with their numbers.
  static func entries() -> [(name: String, number: UInt64)] {
    var result: [(name: String, number: UInt64)] = []
    for (first, names) in [(UInt64(1), attributes), (64, fields), (380, labels)] {
      for (offset, name) in names.split(separator: " ").enumerated() {
        result.append((String(name), first + UInt64(offset)))
      }
    }
    for number in UInt64(19)...63 { result.append(("FLAG\(number)", number)) }
    for number in UInt64(1)...276 {
      let digits = String(number)
      result.append(("DEPRECATED" + String(repeating: "0", count: 3 - digits.count) + digits, number + 103))
    }
    return result
  }
}
