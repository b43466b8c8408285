import Vocabulary

/// Turns records into rows, and keeps what the events will need: a load's work besides writing.
struct LoadPreparer: Sendable {
  /// An article that has rows.
  struct Known: Sendable {
    var id: String
    var digest: String
    var sentences: Range<Int64>
    /// Its day, 0 for none.
    var day: Int32
    /// The batch that has its rows.
    var batch: Int
  }

  private(set) var counts = IngestCounts()
  private(set) var actors = LoadActors()
  private(set) var phrases = TextNumbers()
  private(set) var mentions = TextNumbers()
  private(set) var cameos = TextNumbers()
  /// One each triple, those of outdated articles among them.
  private(set) var reports: [LoadReport] = []
  /// By number, from 1.
  private(set) var articles: [Known] = []
  /// Whether an article came again in another version, so that actors may have lost their parts.
  private(set) var hasOutdated = false

  private var numbers: [ExactText: Int] = [:]
  private var dates = DateTexts()
  private var nextSentence: Int64 = 1
  private var batch = 0

  /// Makes the rows of records; an article that comes twice begins another batch.
  mutating func prepare(_ records: ArraySlice<ArticleRecord>) throws(IngestError) -> [LoadBatch] {
    var done: [LoadBatch] = []
    var rows = LoadBatch()
    batch += 1
    for record in records {
      let id = record.article.id.storable
      let digest = record.digest.storable
      let sentences = PlacedSentences(of: record, from: nextSentence)
      let day = record.article.date.map { Int32(truncatingIfNeeded: $0.storedDay) } ?? 0
      let known = Known(id: id, digest: digest, sentences: sentences.ids, day: day, batch: batch)
      let number: Int
      let place = numbers[ExactText(id)]
      if let place {
        let old = articles[place - 1]
        guard old.digest != digest else {
          counts.unchanged += 1
          continue
        }
        if old.batch == batch {
          done.append(rows)
          rows = LoadBatch()
          batch += 1
        }
        rows.outdated.append(old.sentences)
        hasOutdated = true
        counts.replaced += 1
        number = place
        articles[place - 1] = known
        articles[place - 1].batch = batch
      } else {
        articles.append(known)
        number = articles.count
        numbers[ExactText(id)] = number
        counts.added += 1
      }
      rows.articles.append(
        .init(
          number: Int64(number), article: record.article, digest: digest, sentences: sentences.ids,
          signature: TextSignature(record.article.body.storable), isNew: place == nil))
      for (id, sentence) in zip(sentences.ids, sentences.list) {
        rows.sentences.append(
          .init(id: id, article: Int64(number), number: sentence.number, range: sentence.range, text: sentence.text))
      }
      nextSentence = sentences.ids.upperBound
      counts.sentences += sentences.list.count
      try add(record, number, sentences, to: &rows)
    }
    done.append(rows)
    return done
  }

  private mutating func add(
    _ record: ArticleRecord, _ article: Int, _ sentences: PlacedSentences, to rows: inout LoadBatch
  ) throws(IngestError) {
    actors.begin()
    for actor in record.actors { actors.offer(actor) }
    let places = record.triples.map { (actors.offer($0.source.actor), actors.offer($0.target.actor)) }
    var counter = TripleCounter(sentences)
    for (triple, places) in zip(record.triples, places) {
      let (sentence, number) = try counter.place(of: triple, in: record.article.id)
      add(triple, article, places, id: Schema.triple(number, of: sentence.id), start: sentence.start, to: &rows)
    }
    if !record.aliases.isEmpty { actors.add(aliases: record.aliases) }
    counts.triples += record.triples.count
  }

  private mutating func add(
    _ triple: Triple, _ article: Int, _ places: (source: Int, target: Int), id: Int64, start: Int,
    to rows: inout LoadBatch
  ) {
    let day = triple.date?.storedDay
    let (source, target) = (triple.source, triple.target)
    let sourceActor = source.isPrincipal ? nil : actors.number(at: places.source, source.actor.code)
    let targetActor = target.isPrincipal ? nil : actors.number(at: places.target, target.actor.code)
    var report = LoadReport(
      triple: id, intensity: triple.intensity, confidence: triple.confidence,
      article: Int32(truncatingIfNeeded: article),
      source: sourceActor == nil
        ? actors.number(at: places.source, source.principal) : actors.number(of: source.principal),
      target: targetActor == nil
        ? actors.number(at: places.target, target.principal) : actors.number(of: target.principal),
      told: Int32(truncatingIfNeeded: day ?? 0),
      day: Int32(truncatingIfNeeded: day ?? 0), phrase: phrases.number(of: triple.relation.storable),
      cameo: triple.cameo.map { cameos.number(of: $0.storable) } ?? -1,
      type: UInt8(truncatingIfNeeded: triple.type.storedNumber),
      realis: UInt8(truncatingIfNeeded: triple.realis.storedNumber),
      precision: triple.datePrecision.map { UInt8(truncatingIfNeeded: $0.storedNumber) } ?? LoadReport.none)
    report.event = eventNumber(of: report)
    reports.append(report)
    let evidence = triple.evidence
    rows.triples.append(
      .init(
        id: id, event: report.event, relation: Int64(report.phrase),
        cameo: triple.cameo.map { StoredCAMEO($0.storable) }, intensity: StoredDecimal(triple.intensity),
        confidence: StoredDecimal(triple.confidence), datePrecision: triple.datePrecision?.storedNumber,
        sourceMention: Int64(mentions.number(of: source.mention.storable)),
        targetMention: Int64(mentions.number(of: target.mention.storable)), source: evidence.source.from(start),
        verb: evidence.relation.from(start), target: evidence.target.from(start),
        sourceActor: sourceActor.map { Int64($0) },
        targetActor: targetActor.map { Int64($0) },
        attributedTo: triple.attributedTo.map { Int64(actors.number(of: $0)) }))
  }

  /// The number that the event of a report gets unless another has it.
  mutating func eventNumber(of report: LoadReport) -> Int64 {
    EventKey.number(
      source: actors.code(of: report.source), target: actors.code(of: report.target),
      type: EventType(storedNumber: Int64(report.type)) ?? .agree,
      realis: Realis(storedNumber: Int64(report.realis)) ?? .actual,
      date: report.day == 0 ? "" : dates.text(Int64(report.day)))
  }

  /// Takes all reports out, those of outdated articles left away.
  mutating func takeReports() -> [LoadReport] {
    defer { reports = [] }
    if !hasOutdated { return reports }
    return reports.filter { report in
      articles[Int(report.article) - 1].sentences.contains(report.triple >> Int64(Schema.placeBits))
    }
  }
}
