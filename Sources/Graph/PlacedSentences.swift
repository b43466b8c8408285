import Vocabulary

/// The sentences of one article with the numbers of their rows, one behind the other in the order of the article.
struct PlacedSentences {
  /// In order, each number once.
  let list: [SentenceRecord]
  /// The numbers of their rows.
  let ids: Range<Int64>

  /// Takes the sentences of a record, and those that its triples cite besides; the first to come gets row `first`.
  init(of record: ArticleRecord, from first: Int64) {
    var list: [SentenceRecord] = []
    list.reserveCapacity(max(record.sentences.count, record.triples.count))
    for sentence in record.sentences {
      guard let place = Self.newPlace(of: sentence.number, in: list) else { continue }
      list.insert(
        SentenceRecord(number: sentence.number, text: sentence.text.storable, range: sentence.range), at: place)
    }
    for triple in record.triples {
      guard let place = Self.newPlace(of: triple.sentence, in: list) else { continue }
      list.insert(
        SentenceRecord(
          number: triple.sentence, text: triple.evidence.text.storable, range: triple.evidence.sentence), at: place)
    }
    self.list = list
    ids = first..<first + Int64(list.count)
  }

  /// Where a sentence belongs in a list, nil where the list has its number; most come in order.
  private static func newPlace(of number: Int, in list: [SentenceRecord]) -> Int? {
    guard let last = list.last, number <= last.number else { return list.count }
    let place = lowerBound(of: number, in: list)
    return list[place].number == number ? nil : place
  }

  /// The first place whose number is not less. O(log n).
  private static func lowerBound(of number: Int, in list: [SentenceRecord]) -> Int {
    var (low, high) = (0, list.count)
    while low < high {
      let middle = (low + high) / 2
      if list[middle].number < number { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// The row of a sentence, and where it starts; nil for a number that the article lacks. O(log n).
  func place(of number: Int) -> (id: Int64, start: Int)? {
    let place = Self.lowerBound(of: number, in: list)
    guard place < list.count, list[place].number == number else { return nil }
    return (ids.lowerBound + Int64(place), list[place].range.lowerBound)
  }
}

/// Counts the triples of each sentence of an article.
struct TripleCounter {
  private let sentences: PlacedSentences
  private var counts: [Int64]

  init(_ sentences: PlacedSentences) {
    self.sentences = sentences
    counts = Array(repeating: 0, count: sentences.list.count)
  }

  /// The sentence of the next triple, and its number in it.
  ///
  /// - Throws: `IngestError.tooManyTriples`.
  mutating func place(
    of triple: Triple, in article: String
  ) throws(IngestError) -> (sentence: (id: Int64, start: Int), number: Int64) {
    guard let sentence = sentences.place(of: triple.sentence) else { throw .noSentence(article, triple.sentence) }
    let place = Int(sentence.id - sentences.ids.lowerBound)
    let number = counts[place]
    guard number < Schema.mostTriples else { throw .tooManyTriples(article, triple.sentence) }
    counts[place] = number + 1
    return (sentence, number)
  }
}

/// Why a record cannot be stored.
enum IngestError: Error, Hashable {
  /// A sentence has more triples than a row's number can tell apart.
  case tooManyTriples(String, Int)
  /// A triple is of a sentence that the record lacks.
  case noSentence(String, Int)
}
