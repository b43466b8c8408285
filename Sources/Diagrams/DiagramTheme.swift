public import Vocabulary

/// The colours and fonts of a picture; colours are `#rrggbb`.
public struct DiagramTheme: Hashable, Sendable {
  /// How the actors of one kind look.
  public struct KindStyle: Hashable, Sendable {
    /// The inside of the shape.
    public var fill: String
    /// Its outline and its symbol in the legend.
    public var outline: String

    /// Makes a style.
    public init(fill: String, outline: String) {
      self.fill = fill
      self.outline = outline
    }
  }

  /// The paper.
  public var background: String
  /// Names and the title.
  public var ink: String
  /// Subtitle, legend and footer.
  public var subtleInk: String
  /// Lines of what has not happened (planned, requested, possible, negated).
  public var unrealLine: String
  /// The inside of the focus, and its text.
  public var focusFill: String
  /// The name of the focus.
  public var focusInk: String
  /// Lines and labels by quad class.
  public var quads: [QuadClass: String]
  /// Actors by kind.
  public var kinds: [ActorKind: KindStyle]
  /// Font families, the first that is there is used.
  public var font: String

  /// Makes a theme of its parts.
  public init(
    background: String, ink: String, subtleInk: String, unrealLine: String, focusFill: String, focusInk: String,
    quads: [QuadClass: String], kinds: [ActorKind: KindStyle], font: String
  ) {
    self.background = background
    self.ink = ink
    self.subtleInk = subtleInk
    self.unrealLine = unrealLine
    self.focusFill = focusFill
    self.focusInk = focusInk
    self.quads = quads
    self.kinds = kinds
    self.font = font
  }

  /// The colour of a quad class.
  public func color(of quad: QuadClass) -> String { quads[quad] ?? ink }

  /// The style of a kind of actor.
  public func style(of kind: ActorKind) -> KindStyle {
    kinds[kind] ?? KindStyle(fill: background, outline: ink)
  }

  /// Dark on white. The hues follow Okabe and Ito's palette for colour-blind readers, darkened until text on white
  /// has a contrast of at least 4.5 to 1.
  public static let light = DiagramTheme(
    background: "#ffffff", ink: "#1a1a1a", subtleInk: "#555555", unrealLine: "#8a8a8a",
    focusFill: "#17375e", focusInk: "#ffffff",
    quads: [
      .verbalCooperation: "#0067a5", .materialCooperation: "#00705a",
      .verbalConflict: "#b04a00", .materialConflict: "#9c0f36",
    ],
    kinds: [
      .state: KindStyle(fill: "#dde9f5", outline: "#1f4e79"),
      .organization: KindStyle(fill: "#e8e2f4", outline: "#4b3a86"),
      .armedGroup: KindStyle(fill: "#f6dde2", outline: "#7a1e35"),
      .company: KindStyle(fill: "#fbecd2", outline: "#7a4b00"),
      .person: KindStyle(fill: "#e2f1e4", outline: "#22592b"),
      .population: KindStyle(fill: "#efefef", outline: "#4a4a4a"),
    ],
    font: "DejaVu Sans,Helvetica,sans-serif")
}
