/// How rows say where they belong without a column for it.
///
/// The sentences of an article stand one behind the other, in their order, from `article.first_sentence` on, and the
/// number of a triple is that of its sentence with ten bits more for its place in it. So no index leads from an article
/// to its sentences and triples, which would be a tenth of the database.
extension Schema {
  /// How many triples a sentence can have.
  static let mostTriples = 1 << placeBits
  static let placeBits = 10

  /// The number of a triple of a sentence.
  static func triple(_ place: Int64, of sentence: Int64) -> Int64 { sentence << Int64(placeBits) | place }

  /// Joins sentences `s` and triples `t`, in whichever order.
  static let isSentence = """
    s.id = t.id >> \(placeBits) AND t.id >= s.id << \(placeBits) AND t.id < (s.id + 1) << \(placeBits)
    """
  /// The place of a triple `t` in its sentence.
  static let placeOfTriple = "t.id & \(mostTriples - 1)"

  /// Whether a sentence is of an article, both by their aliases.
  static func isSentence(_ sentence: String, of article: String) -> String {
    """
    \(sentence).id >= \(article).first_sentence \
    AND \(sentence).id < \(article).first_sentence + \(article).sentences
    """
  }

  /// Whether a triple is of an article, both by their aliases.
  static func isTriple(_ triple: String, of article: String) -> String {
    """
    \(triple).id >= \(article).first_sentence << \(placeBits) \
    AND \(triple).id < (\(article).first_sentence + \(article).sentences) << \(placeBits)
    """
  }

  /// Sentences and triples go with their article.
  static let articleTrigger = """
    CREATE TRIGGER article_deleted AFTER DELETE ON article BEGIN
      DELETE FROM triple_row WHERE \(isTriple("triple_row", of: "old"));
      DELETE FROM sentence_row WHERE \(isSentence("sentence_row", of: "old"));
    END;
    """
}
