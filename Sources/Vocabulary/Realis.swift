/// Whether what a triple says is reported as having happened.
public enum Realis: String, Hashable, Sendable, Codable, CaseIterable {
  /// Reported as having happened or going on.
  case actual
  /// Will be, is to be, agreed or intended.
  case planned
  /// The content of a request, demand or appeal.
  case requested
  /// May, could, if; the content of a threat.
  case possible
  /// Said not to have happened, or stopped.
  case negated
}
