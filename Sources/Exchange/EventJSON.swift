public import Vocabulary

/// Events as JSON Lines: one object a line, its keys always in the same order.
public enum EventJSON {
  /// Appends one line, newline included.
  public static func append(_ event: Event, to bytes: inout [UInt8]) {
    bytes.add("{\"id\":")
    bytes.add(Int(event.id))
    bytes.add(",\"date\":")
    bytes.addJSON(event.date?.description)
    bytes.add(",\"source\":")
    bytes.addJSON(event.source)
    bytes.add(",\"relation\":")
    bytes.addJSON(event.relation)
    bytes.add(",\"type\":\"")
    bytes.add(event.type.rawValue)
    bytes.add("\",\"cameo\":")
    bytes.addJSON(event.cameo)
    bytes.add(",\"quad\":\"")
    bytes.add(event.quad.rawValue)
    bytes.add("\",\"intensity\":")
    bytes.addJSON(event.intensity)
    bytes.add(",\"target\":")
    bytes.addJSON(event.target)
    bytes.add(",\"realis\":\"")
    bytes.add(event.realis.rawValue)
    bytes.add("\",\"confidence\":")
    bytes.addJSON(event.confidence)
    bytes.add(",\"reports\":")
    bytes.add(event.reports)
    bytes.add(",\"articles\":")
    bytes.add(event.articles)
    bytes.add("}\n")
  }
}

extension [UInt8] {
  /// Appends code, name and kind as an object.
  mutating func addJSON(_ actor: Actor) {
    add("{\"code\":")
    addJSON(actor.code)
    add(",\"name\":")
    addJSON(actor.name)
    add(",\"kind\":")
    addJSON(actor.kind.rawValue)
    add("}")
  }
}
