import Vocabulary

/// What happens in the made-up world, and how often.
struct Deeds {
  var type: EventType
  var weight: Double
  var intensity: Double
  var cameo: String
  var phrases: [String]

  static let all: [Deeds] = [
    Deeds(type: .agree, weight: 7, intensity: 6, cameo: "057", phrases: ["sign with", "agree with", "promise"]),
    Deeds(type: .consult, weight: 22, intensity: 2, cameo: "042", phrases: ["meet", "visit", "phone", "host"]),
    Deeds(type: .support, weight: 9, intensity: 3.5, cameo: "051", phrases: ["praise", "thank", "back", "welcome"]),
    Deeds(type: .concede, weight: 2, intensity: 5, cameo: "081", phrases: ["ease sanctions on", "apologise to"]),
    Deeds(type: .cooperate, weight: 6, intensity: 6.4, cameo: "061", phrases: ["trade with", "train with", "join"]),
    Deeds(type: .aid, weight: 5, intensity: 7, cameo: "071", phrases: ["aid", "send money to", "arm", "shelter"]),
    Deeds(type: .retreat, weight: 2, intensity: 6.5, cameo: "087", phrases: ["withdraw from", "cease fire with"]),
    Deeds(type: .request, weight: 9, intensity: -0.1, cameo: "102", phrases: ["urge", "ask", "call on", "press"]),
    Deeds(type: .accuse, weight: 11, intensity: -2.2, cameo: "112", phrases: ["accuse", "blame", "condemn"]),
    Deeds(type: .reject, weight: 5, intensity: -4, cameo: "120", phrases: ["reject", "refuse", "veto"]),
    Deeds(type: .threaten, weight: 4, intensity: -5.8, cameo: "138", phrases: ["threaten", "warn"]),
    Deeds(type: .protest, weight: 2, intensity: -6.5, cameo: "141", phrases: ["protest against", "boycott"]),
    Deeds(type: .sanction, weight: 3, intensity: -7, cameo: "163", phrases: ["sanction", "cut ties with", "expel"]),
    Deeds(
      type: .mobilize, weight: 2, intensity: -7.2, cameo: "152", phrases: ["mass troops at", "test missiles near"]),
    Deeds(type: .coerce, weight: 4, intensity: -8.4, cameo: "173", phrases: ["seize ships of", "arrest", "blockade"]),
    Deeds(type: .assault, weight: 7, intensity: -10, cameo: "190", phrases: ["attack", "shell", "bomb", "invade"]),
  ]

  static let topics = [
    "grain", "ports", "border", "treaty", "fleet", "pipeline", "tariffs", "islands", "prisoners", "elections",
    "missiles", "fishing", "rivers", "refugees", "debt", "satellites", "steel", "airspace", "ceasefire", "minorities",
    "uranium", "dams", "cables", "visas", "drones", "harbours", "loans", "vaccines", "archives", "straits",
  ]
}
