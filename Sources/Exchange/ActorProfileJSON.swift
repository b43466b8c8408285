public import Vocabulary

/// Actors' profiles as JSON Lines: one object a line, its keys always in the same order.
public enum ActorProfileJSON {
  /// Appends one line, newline included.
  public static func append(_ profile: ActorProfile, to bytes: inout [UInt8]) {
    bytes.add("{\"actor\":")
    bytes.addJSON(profile.actor)
    bytes.add(",\"matched\":")
    if let match = profile.match { append(match, to: &bytes) } else { bytes.add("null") }
    bytes.add(",\"region\":")
    bytes.addJSON(profile.region)
    append(from: profile.from, until: profile.until, to: &bytes)
    bytes.add(",\"names\":")
    bytes.addJSON(list: profile.names) { append($0, to: &$1) }
    bytes.add(",\"date\":")
    bytes.addJSON(profile.date.description)
    bytes.add(",\"offices\":")
    bytes.addJSON(list: profile.offices) { append($0, to: &$1) }
    bytes.add(",\"terms\":")
    bytes.addJSON(list: profile.terms) { append($0, to: &$1) }
    bytes.add(",\"acts_for\":")
    bytes.addJSON(list: profile.actsFor) { $1.addJSON($0) }
    bytes.add(",\"merged\":")
    bytes.addJSON(list: profile.merged) { $1.addJSON($0) }
    bytes.add(",\"others\":")
    bytes.addJSON(list: profile.others) { other, bytes in
      bytes.add("{\"actor\":")
      bytes.addJSON(other.actor)
      bytes.add(",\"matched\":")
      append(other.match, to: &bytes)
      bytes.add("}")
    }
    bytes.add(",\"graph\":")
    if let standing = profile.standing { append(standing, to: &bytes) } else { bytes.add("null") }
    bytes.add("}\n")
  }

  private static func append(from: CalendarDate?, until: CalendarDate?, to bytes: inout [UInt8]) {
    bytes.add(",\"from\":")
    bytes.addJSON(from?.description)
    bytes.add(",\"until\":")
    bytes.addJSON(until?.description)
  }

  private static func append(_ match: NameMatch, to bytes: inout [UInt8]) {
    bytes.add("{\"name\":")
    bytes.addJSON(match.name.text)
    bytes.add(",\"use\":")
    bytes.addJSON(match.name.use.rawValue)
    append(from: match.name.from, until: match.name.until, to: &bytes)
    bytes.add(",\"bearer\":")
    bytes.addJSON(match.bearer?.code)
    bytes.add("}")
  }

  private static func append(_ name: KnownName, to bytes: inout [UInt8]) {
    bytes.add("{\"name\":")
    bytes.addJSON(name.text)
    bytes.add(",\"use\":")
    bytes.addJSON(name.use.rawValue)
    append(from: name.from, until: name.until, to: &bytes)
    bytes.add("}")
  }

  private static func append(_ office: ActorProfile.Office, to bytes: inout [UInt8]) {
    bytes.add("{\"office\":")
    bytes.addJSON(office.name)
    bytes.add(",\"holders\":")
    bytes.addJSON(list: office.holders) { holder, bytes in
      bytes.add("{\"name\":")
      bytes.addJSON(holder.name)
      append(from: holder.from, until: holder.until, to: &bytes)
      bytes.add("}")
    }
    bytes.add(",\"before\":")
    bytes.add(office.before)
    bytes.add("}")
  }

  private static func append(_ term: ActorProfile.Term, to bytes: inout [UInt8]) {
    bytes.add("{\"office\":")
    bytes.addJSON(term.office)
    bytes.add(",\"principal\":")
    bytes.addJSON(term.principal)
    append(from: term.from, until: term.until, to: &bytes)
    bytes.add(term.isCurrent ? ",\"current\":true}" : ",\"current\":false}")
  }

  private static func append(_ standing: ActorStanding, to bytes: inout [UInt8]) {
    bytes.add("{\"events_as_source\":")
    bytes.add(standing.eventsAsSource)
    bytes.add(",\"events_as_target\":")
    bytes.add(standing.eventsAsTarget)
    append(from: standing.first, until: standing.last, to: &bytes)
    bytes.add(",\"acts_for\":")
    bytes.addJSON(list: standing.principals) { principal, bytes in
      bytes.add("{\"actor\":")
      bytes.addJSON(principal.actor)
      bytes.add(",\"reports\":")
      bytes.add(principal.reports)
      append(from: principal.first, until: principal.last, to: &bytes)
      bytes.add("}")
    }
    bytes.add(",\"partners\":")
    bytes.addJSON(list: standing.partners) { partner, bytes in
      bytes.add("{\"actor\":")
      bytes.addJSON(partner.actor)
      bytes.add(",\"events\":")
      bytes.add(partner.events)
      bytes.add(",\"types\":{")
      var isFirst = true
      for type in EventType.allCases {
        guard let count = partner.types[type] else { continue }
        if !isFirst { bytes.add(",") }
        isFirst = false
        bytes.addJSON(type.rawValue)
        bytes.add(":")
        bytes.add(count)
      }
      bytes.add("}}")
    }
    bytes.add(",\"balance\":")
    bytes.addJSON(list: standing.balance) { append($0, to: &$1) }
    bytes.add("}")
  }

  private static func append(_ balance: ActorStanding.Balance, to bytes: inout [UInt8]) {
    bytes.add("{\"time\":")
    bytes.addJSON(balance.period)
    bytes.add(",\"events\":")
    bytes.add(balance.events)
    for quad in QuadClass.allCases {
      bytes.add(",")
      bytes.addJSON(quad.rawValue.replacing(" ", with: "_"))
      bytes.add(":")
      bytes.add(balance.quads[quad, default: 0])
    }
    bytes.add(",\"intensity\":")
    bytes.addJSON(balance.intensity)
    bytes.add("}")
  }
}

extension [UInt8] {
  /// Appends an array, each item as `append` writes it.
  mutating func addJSON<Item>(list: [Item], append: (Item, inout [UInt8]) -> Void) {
    add("[")
    for (index, element) in list.enumerated() {
      if index > 0 { add(",") }
      append(element, &self)
    }
    add("]")
  }
}
