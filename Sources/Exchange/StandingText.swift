import Vocabulary

/// What a graph tells of an actor, for people at a terminal: partners, and the balance over time with bars.
enum StandingText {
  /// How many columns each half of a bar takes at most.
  private static let half = 12

  static func text(_ standing: ActorStanding, width: Int) -> String {
    var text = "\nIn the graph: actual events with others\n"
    let period = ActorText.years(from: standing.first, until: standing.last)
    text += "  \(standing.eventsAsSource) as source, \(standing.eventsAsTarget) as target"
    text += period.isEmpty ? "\n" : "; \(period)\n"
    for principal in standing.principals {
      let period = ActorText.years(from: principal.first, until: principal.last)
      let reports = Quantity.text(principal.reports, "report")
      text += TerminalText.clean("  acts for \(principal.actor.name) in \(reports)")
      text += period.isEmpty ? "\n" : "; \(period)\n"
    }
    if !standing.partners.isEmpty { text += "\nPartners\n" + ActorText.indented(partners(standing, width: width)) }
    if !standing.balance.isEmpty { text += "\nBalance\n" + ActorText.indented(balance(standing.balance, width)) }
    return text
  }

  private static func partners(_ standing: ActorStanding, width: Int) -> String {
    var table = TextTable(columns: [
      .init("partner", minimumWidth: 10), .init("events", .right, minimumWidth: 6), .init("types", minimumWidth: 20),
    ])
    for partner in standing.partners {
      // The commonest first, of equals in PLOVER's order.
      let types = EventType.allCases.enumerated()
        .compactMap { order, type in partner.types[type].map { (count: $0, order: order, type: type) } }
        .sorted { ($1.count, $0.order) < ($0.count, $1.order) }
        .map { "\($0.type.rawValue) \($0.count)" }
      table.rows.append([partner.actor.name, String(partner.events), types.joined(separator: ", ")])
    }
    return table.text(maximumWidth: max(20, width - 2))
  }

  private static func balance(_ balance: [ActorStanding.Balance], _ width: Int) -> String {
    var table = TextTable(
      columns: [.init("time", minimumWidth: 7)] + EventTotals.tableColumns + [
        // The middle of the title stands over the middle of the bars.
        .init("   conflict - │ + cooperation", short: "   conflict - │ + coop.", minimumWidth: 2 * half + 3)
      ])
    let most = balance.reduce(1) { max($0, $1.cooperation, $1.conflict) }
    for part in balance {
      func count(_ quad: QuadClass) -> String { String(part.quads[quad, default: 0]) }
      table.rows.append([
        part.period, String(part.events), count(.verbalCooperation), count(.materialCooperation),
        count(.verbalConflict), count(.materialConflict), signed(part.intensity), bar(part, most: most),
      ])
    }
    return table.text(maximumWidth: max(20, width - 2))
  }

  /// Conflict to the left, cooperation to the right of the middle; the longest half is that of `most` events.
  static func bar(_ part: ActorStanding.Balance, most: Int) -> String {
    let left = length(part.conflict, most: most)
    let right = length(part.cooperation, most: most)
    return String(repeating: " ", count: half + 2 - left) + String(repeating: "▒", count: left) + "│"
      + String(repeating: "█", count: right)
  }

  /// What there is gets one column at least.
  private static func length(_ count: Int, most: Int) -> Int {
    count == 0 ? 0 : max(1, (count * half + most / 2) / max(1, most))
  }

  /// A number with its sign and one decimal: "+1.5".
  static func signed(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    let sign = tenths > 0 ? "+" : tenths < 0 ? "-" : ""
    return "\(sign)\(abs(tenths) / 10).\(abs(tenths) % 10)"
  }
}
