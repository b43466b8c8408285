import Vocabulary

/// The rows of some articles, ready to be written: no article twice.
struct LoadBatch: Sendable {
  var articles: [ArticleRow] = []
  var sentences: [SentenceRow] = []
  var triples: [TripleRow] = []
  /// The rows of sentences that earlier versions of these articles had.
  var outdated: [Range<Int64>] = []

  struct ArticleRow: Sendable {
    var number: Int64
    var article: Article
    var digest: String
    var sentences: Range<Int64>
    var signature: TextSignature?
    var isNew: Bool
  }

  struct SentenceRow: Sendable {
    var id: Int64
    var article: Int64
    var number: Int
    var range: Range<Int>
    var text: String
  }

  struct TripleRow: Sendable {
    var id: Int64
    var event: Int64?
    var relation: Int64
    var cameo: StoredCAMEO?
    var intensity: StoredDecimal, confidence: StoredDecimal
    var datePrecision: Int64?
    var sourceMention: Int64, targetMention: Int64
    /// From the sentence's start.
    var source: Range<Int>, verb: Range<Int>, target: Range<Int>
    var sourceActor: Int64?, targetActor: Int64?, attributedTo: Int64?
  }
}

/// What an event needs of one of its triples.
struct LoadReport: Sendable {
  var triple: Int64
  /// The number of the event of its own day.
  var event: Int64 = 0
  var intensity: Double, confidence: Double
  var article: Int32
  var source: Int32, target: Int32
  /// The day that it tells, 0 for none, and that of its event.
  var told: Int32, day: Int32
  var phrase: Int32
  /// The place of the CAMEO code in a list, -1 for none.
  var cameo: Int32
  var type: UInt8, realis: UInt8
  /// `none` where there is no date.
  var precision: UInt8

  static let none = UInt8.max

  /// What events of neighbouring days share.
  var dyad: UInt64 { UInt64(UInt32(bitPattern: source)) << 32 | UInt64(UInt32(bitPattern: target)) }
  var deed: UInt8 { type << 3 | realis }
}
