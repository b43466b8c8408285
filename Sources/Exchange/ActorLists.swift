public import Vocabulary

/// Actors with the numbers of their events, for people and other programs.
public enum ActorSummaries {
  /// A table for terminals.
  public static func table(_ summaries: [ActorSummary], width: Int? = nil) -> String {
    var table = TextTable(columns: [
      .init("code", minimumWidth: 6), .init("name", minimumWidth: 10), .init("kind", minimumWidth: 5),
      .init("as source", .right), .init("as target", .right),
    ])
    for summary in summaries {
      table.rows.append([
        summary.actor.code, summary.actor.name, summary.actor.kind.rawValue, String(summary.eventsAsSource),
        String(summary.eventsAsTarget),
      ])
    }
    return table.text(maximumWidth: width)
  }

  /// Appends one line of JSON, newline included.
  public static func appendJSON(_ summary: ActorSummary, to bytes: inout [UInt8]) {
    bytes.add("{\"code\":")
    bytes.addJSON(summary.actor.code)
    bytes.add(",\"name\":")
    bytes.addJSON(summary.actor.name)
    bytes.add(",\"kind\":")
    bytes.addJSON(summary.actor.kind.rawValue)
    bytes.add(",\"events_as_source\":")
    bytes.add(summary.eventsAsSource)
    bytes.add(",\"events_as_target\":")
    bytes.add(summary.eventsAsTarget)
    bytes.add("}\n")
  }

  /// Appends the line with the names of CSV's columns.
  public static func appendCSVHeader(to bytes: inout [UInt8]) {
    bytes.add("code,name,kind,events_as_source,events_as_target")
    bytes.endLine()
  }

  /// Appends one line of CSV, its end included.
  public static func appendCSV(_ summary: ActorSummary, to bytes: inout [UInt8]) {
    bytes.addCell(summary.actor.code)
    bytes.addNext(summary.actor.name)
    bytes.addNext(summary.actor.kind.rawValue)
    bytes.addNext(summary.eventsAsSource)
    bytes.addNext(summary.eventsAsTarget)
    bytes.endLine()
  }
}

/// Merges of actors, for people and other programs.
public enum ActorMerges {
  /// A table for terminals.
  public static func table(_ merges: [ActorMerge], width: Int? = nil) -> String {
    var table = TextTable(columns: [
      .init("no", .right), .init("date", minimumWidth: 10), .init("actor", minimumWidth: 10),
      .init("into", minimumWidth: 10), .init("shown as", minimumWidth: 8), .init("note", minimumWidth: 8),
    ])
    for merge in merges {
      table.rows.append([
        String(merge.number), merge.date, merge.merged.title, merge.target.title, merge.shownAs, merge.note,
      ])
    }
    return table.text(maximumWidth: width)
  }

  /// Appends one line of JSON, newline included.
  public static func appendJSON(_ merge: ActorMerge, to bytes: inout [UInt8]) {
    bytes.add("{\"number\":")
    bytes.add(Int(merge.number))
    bytes.add(",\"date\":")
    bytes.addJSON(merge.date)
    bytes.add(",\"actor\":")
    bytes.addJSON(merge.merged)
    bytes.add(",\"into\":")
    bytes.addJSON(merge.target)
    bytes.add(",\"shown_as\":")
    bytes.addJSON(merge.shownAs)
    bytes.add(",\"note\":")
    bytes.addJSON(merge.note)
    bytes.add("}\n")
  }

  /// Appends the line with the names of CSV's columns.
  public static func appendCSVHeader(to bytes: inout [UInt8]) {
    bytes.add("number,date,code,name,into,into_name,shown_as,note")
    bytes.endLine()
  }

  /// Appends one line of CSV, its end included.
  public static func appendCSV(_ merge: ActorMerge, to bytes: inout [UInt8]) {
    bytes.add(Int(merge.number))
    for cell in [
      merge.date, merge.merged.code, merge.merged.name, merge.target.code, merge.target.name, merge.shownAs, merge.note,
    ] { bytes.addNext(cell) }
    bytes.endLine()
  }
}
