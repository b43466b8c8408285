import Testing
import Vocabulary

@testable import Graph

@Suite struct TimelineTests {
  @Test(arguments: TimeUnit.allCases)
  func everyEventStandsInItsPeriod(unit: TimeUnit) throws {
    let store = try FilterTests.store()
    for (one, other) in [(["AVA"], ["BOR"]), (["League"], ["AVA", "BOR"]), (["Ada Quill"], ["BOR"])] {
      for filter in [RelationFilter(), RelationFilter(types: [.agree, .consult], realis: [.actual])] {
        var between = filter
        between.between = .init(one, other)
        let events = try store.events(between)
        let timeline = try store.timeline(TimelineRequest(one, other, by: unit, filter: filter))
        let periods = events.map { event in event.date.flatMap { TimePeriod(unit, of: $0) } }
        #expect(timeline.undated == periods.filter { $0 == nil }.count)
        #expect(timeline.unit == unit)
        #expect(timeline.buckets.first?.period == periods.compactMap { $0 }.min())
        #expect(timeline.buckets.last?.period == periods.compactMap { $0 }.max())
        for (bucket, next) in zip(timeline.buckets, timeline.buckets.dropFirst()) {
          #expect(bucket.period.next == next.period)
        }
        for bucket in timeline.buckets {
          let own = zip(events, periods).filter { $0.1 == bucket.period }.map(\.0)
          #expect(
            own.isEmpty
              ? bucket.totals == EventTotals() : GroupTests.isSame(bucket.totals, GroupTests.totals(own)))
        }
      }
    }
  }

  @Test(arguments: [
    (["2023-01-30", "2023-01-02"], TimeUnit.day), (["2023-01-30", "2023-04-02"], .week),
    (["2023-01-30", "2025-04-02"], .month), (["2018", "2025-04-02"], .quarter), (["1994-02", "2023-04-02"], .year),
    (["2023-01-30"], .day),
  ])
  func theUnitFitsTheTime(dates: [String], unit: TimeUnit) throws {
    let (one, other) = (Samples.part(Samples.avalon), Samples.part(Samples.borduria))
    let store = try GraphStore()
    try store.write(batch: dates.map { Samples.record($0, [Samples.triple($0, from: one, to: other, date: $0)]) })
    #expect(try store.timeline(TimelineRequest(["AVA"], ["BOR"])).unit == unit)
  }

  @Test func aTimelineOfAgesIsRefusedByDay() throws {
    let (one, other) = (Samples.part(Samples.avalon), Samples.part(Samples.borduria))
    let store = try GraphStore()
    try store.write(
      batch: ["0001-01-01", "2023-01-30"].map {
        Samples.record($0, [Samples.triple($0, from: one, to: other, date: $0)])
      })
    #expect(throws: GraphError.longTimeline(store.path, limit: TimelineRequest.maximumPeriods)) {
      _ = try store.timeline(TimelineRequest(["AVA"], ["BOR"], by: .day))
    }
    #expect(try store.timeline(TimelineRequest(["AVA"], ["BOR"])).buckets.count == 2023)
  }

  @Test func nobodyHasAnEmptyTimeline() throws {
    let timeline = try FilterTests.store().timeline(TimelineRequest(["AVA"], ["ZZZ"]))
    #expect(timeline.buckets.isEmpty && timeline.undated == 0)
  }
}
