/// A file of annotations or of triples that cannot be used.
public enum EvaluationError: Error, Hashable, CustomStringConvertible {
  /// It cannot be read.
  case unreadable(String)
  /// It has no articles.
  case empty(String)
  /// A line is no annotated article.
  case malformed(String, line: Int)
  /// Two articles have one id.
  case twice(String, line: Int, id: String)
  /// A type or a realis is none of ours.
  case unknownWord(String, line: Int, key: String, words: [String])
  /// A triple has no type or no realis, though others of the file have both.
  case halfTyped(String, line: Int)
  /// Triples are to be scored, and the annotations have no types.
  case untyped(String)
  /// A file of triples cannot be read.
  case unreadableTriples(String)
  /// A line is no triple.
  case malformedTriple(String, line: Int)
  /// A triple is of an article that is not annotated.
  case unknownArticle(String, line: Int, id: String)
  /// A line of annotated text does not fit.
  case malformedText(String, line: Int, TrainingMistake)

  /// One line: what, where, what to do.
  public var description: String {
    switch self {
    case .unreadable(let path): "\(path): cannot be read; give a file of annotated articles in JSON Lines"
    case .empty(let path): "\(path): holds no annotated articles"
    case .malformed(let path, let line):
      "\(path):\(line): no annotated article; it needs 'id' and 'triples' as docs/evaluation.md describes them"
    case .twice(let path, let line, let id): "\(path):\(line): the id '\(id)' stands here a second time"
    case .unknownWord(let path, let line, let key, let words):
      "\(path):\(line): a triple's '\(key)' is none of \(words.joined(separator: ", "))"
    case .halfTyped(let path, let line):
      "\(path):\(line): a triple has no 'type' or no 'realis', though others have both; give all of them both, or none"
    case .untyped(let path):
      "\(path): its triples have no 'type' and 'realis', so there is nothing to score triples by"
    case .unreadableTriples(let path):
      "\(path): cannot be read; give a file of triples as 'entente extract --format jsonl' writes them"
    case .malformedTriple(let path, let line):
      "\(path):\(line): no triple; it needs 'article', 'source' and 'target', both with 'principal'"
    case .malformedText(let path, let line, let mistake): "\(path):\(line): \(mistake.rawValue)"
    case .unknownArticle(let path, let line, let id):
      "\(path):\(line): no annotated article has the id '\(id)'; give the triples of the annotated articles alone"
    }
  }
}
