public import Vocabulary

/// An actor's profile for people at a terminal.
public enum ActorText {
  /// The profile as text, each line with its newline.
  ///
  /// - Parameter width: how many columns a line may take.
  public static func text(_ profile: ActorProfile, width: Int = 100) -> String {
    var text = TerminalText.clean(head(profile)) + "\n"
    if let match = profile.match { text += "  " + TerminalText.clean(reason(match, of: profile.actor)) + "\n" }
    for other in profile.others {
      text += "  also: " + TerminalText.clean("\(other.actor.code), \(reason(other.match, of: other.actor))") + "\n"
    }
    text += names(profile, width: width)
    text += offices(profile, width: width)
    if let standing = profile.standing { text += StandingText.text(standing, width: width) }
    return text
  }

  /// "Russia  RUS  state, Europe, since 1991-12-26"
  private static func head(_ profile: ActorProfile) -> String {
    let actor = profile.actor
    var facts = [actor.kind.rawValue]
    if let region = profile.region { facts.append(region) }
    let years = years(from: profile.from, until: profile.until)
    if !years.isEmpty { facts.append(years) }
    return actor.name + (actor.code == actor.name ? "" : "  " + actor.code) + "  " + facts.joined(separator: ", ")
  }

  /// Why a name leads to an actor, in a sentence: "'Kremlin' is a metonym of Russia".
  public static func reason(_ match: NameMatch, of actor: Actor) -> String {
    let name = "'\(match.name.text)'"
    let bearer = match.bearer?.name ?? actor.name
    let reason =
      switch match.name.use {
      case .code: "\(name) is the code of \(bearer)"
      case .name: "\(name) is the usual name"
      case .alias: "\(name) is another name of \(bearer)"
      case .byHand: "\(name) is a name of \(bearer), added by hand"
      case .adjective: "\(name) is an adjective of \(bearer)"
      case .people: "\(name) names the people of \(bearer)"
      case .capital: "\(name) is the capital of \(bearer)"
      case .metonym: "\(name) is a metonym of \(bearer)"
      case .merged:
        (match.bearer.map { $0.name == match.name.text } ?? true)
          ? "\(name) is merged into \(actor.name)"
          : "\(name) is a name of \(bearer), which is merged into \(actor.name)"
      case .part: "the name is a part of \(name)"
      }
    let years = years(from: match.name.from, until: match.name.until)
    return years.isEmpty ? reason : reason + ", " + years
  }

  /// "2014 to 2024", "since 2014", "until 2024"; empty where both ends are open.
  static func years(from: CalendarDate?, until: CalendarDate?) -> String {
    switch (from, until) {
    case (let from?, let until?): from == until ? "\(from)" : "\(from) to \(until)"
    case (let from?, nil): "since \(from)"
    case (nil, let until?): "until \(until)"
    case (nil, nil): ""
    }
  }

  private static func names(_ profile: ActorProfile, width: Int) -> String {
    var lines = ""
    let groups: [(String, NameUse)] = [
      ("names", .alias), ("adjectives", .adjective), ("people", .people), ("capital", .capital),
      ("metonyms", .metonym), ("by hand", .byHand),
    ]
    for (title, use) in groups {
      let names = profile.names.filter { $0.use == use }.map { name in
        let years = years(from: name.from, until: name.until)
        return years.isEmpty ? name.text : "\(name.text) (\(years))"
      }
      lines += list(title, names, width: width)
    }
    lines += list(
      "merged", profile.merged.map(\.title), width: width)
    return lines.isEmpty ? "" : "\nNames\n" + lines
  }

  private static func offices(_ profile: ActorProfile, width: Int) -> String {
    var text = ""
    if !profile.offices.isEmpty {
      text += "\nOffices on \(profile.date)\n"
      var table = TextTable(columns: [.init("office"), .init("holder"), .init("time"), .init("known before", .right)])
      for office in profile.offices {
        for holder in office.holders {
          table.rows.append([
            office.name, holder.name, years(from: holder.from, until: holder.until), String(office.before),
          ])
        }
      }
      text += indented(table.text(maximumWidth: max(20, width - 2)))
    }
    if !profile.terms.isEmpty {
      text += "\nOffices held\n"
      var table = TextTable(columns: [.init("office"), .init("of"), .init("time")])
      for term in profile.terms {
        table.rows.append([term.office, term.principal.name, years(from: term.from, until: term.until)])
      }
      text += indented(table.text(maximumWidth: max(20, width - 2)))
      let names = profile.actsFor.map(\.name)
      let whom = names.isEmpty ? "nobody whom the registry knows" : names.joined(separator: ", ")
      text += TerminalText.clean("  acts for \(whom) on \(profile.date)") + "\n"
    }
    return text
  }

  /// A title and what stands under it, separated by commas, broken into lines.
  private static func list(_ title: String, _ items: [String], width: Int) -> String {
    guard !items.isEmpty else { return "" }
    let indent = 14
    var text = ""
    var line = "  " + title + String(repeating: " ", count: max(1, indent - 2 - title.count))
    var used = indent
    for (index, item) in items.enumerated() {
      let item = TerminalText.clean(item) + (index + 1 < items.count ? "," : "")
      let room = TerminalText.width(item)
      if used > indent, used + 1 + room > width {
        text += line + "\n"
        line = String(repeating: " ", count: indent)
        used = indent
      }
      if used > indent {
        line += " "
        used += 1
      }
      line += item
      used += room
    }
    return text + line + "\n"
  }

  static func indented(_ text: String) -> String {
    text.split(separator: "\n").map { "  \($0)\n" }.joined()
  }
}
