/// The four quadrants of event coding: verbal or material, cooperation or conflict.
public enum QuadClass: String, Hashable, Sendable, Codable, CaseIterable {
  /// Words that bring together.
  case verbalCooperation = "verbal cooperation"
  /// Deeds that help.
  case materialCooperation = "material cooperation"
  /// Words that divide.
  case verbalConflict = "verbal conflict"
  /// Deeds that harm.
  case materialConflict = "material conflict"
}

/// The sixteen event types of PLOVER (Open Event Data Alliance).
public enum EventType: String, Hashable, Sendable, Codable, CaseIterable {
  /// Agrees or promises to cooperate, signs an accord.
  case agree = "AGREE"
  /// Meets, visits, phones, hosts, negotiates.
  case consult = "CONSULT"
  /// Praises, thanks, backs, endorses, recognises.
  case support = "SUPPORT"
  /// Yields, eases measures, apologises, frees prisoners, lifts sanctions.
  case concede = "CONCEDE"
  /// Economic, military or other cooperation carried out.
  case cooperate = "COOPERATE"
  /// Gives money, weapons, troops, relief or asylum.
  case aid = "AID"
  /// Withdraws, ceases fire, returns, disarms.
  case retreat = "RETREAT"
  /// Asks, urges, appeals, demands, orders.
  case request = "REQUEST"
  /// Blames, criticises, condemns, complains, alleges.
  case accuse = "ACCUSE"
  /// Refuses, vetoes, declines, denies a demand.
  case reject = "REJECT"
  /// Warns of force or sanctions, gives an ultimatum.
  case threaten = "THREATEN"
  /// Demonstrates, strikes, boycotts.
  case protest = "PROTEST"
  /// Embargo, cut ties or aid, expelled diplomats.
  case sanction = "SANCTION"
  /// Deploys forces, raises an alert, tests weapons toward somebody.
  case mobilize = "MOBILIZE"
  /// Arrests, seizes, deports, cyber attack, blockade, espionage.
  case coerce = "COERCE"
  /// Attacks, kills, invades, shells, bombs.
  case assault = "ASSAULT"

  /// The quadrant that the type belongs to.
  public var quad: QuadClass {
    switch self {
    case .agree, .consult, .support, .concede: .verbalCooperation
    case .cooperate, .aid, .retreat: .materialCooperation
    case .request, .accuse, .reject, .threaten: .verbalConflict
    case .protest, .sanction, .mobilize, .coerce, .assault: .materialConflict
    }
  }

  /// Whether both sides take part alike, so that it can be told in either direction.
  public var isMutual: Bool { self == .agree || self == .consult || self == .cooperate }

  /// Whether what it is about can be a deed instead of an actor: "condemned the raid", "welcomed the accord".
  public var judgesDeeds: Bool { self == .accuse || self == .support || self == .reject }
}
