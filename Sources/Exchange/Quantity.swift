/// Numbers of things as people write them.
public enum Quantity {
  /// "1 triple", "2 triples", "1200 triples".
  public static func text(_ count: Int, _ thing: String) -> String { "\(count) \(thing)\(count == 1 ? "" : "s")" }
}
