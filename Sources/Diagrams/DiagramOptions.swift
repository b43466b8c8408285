public import Vocabulary

/// How Graphviz finds places for the actors.
public enum DiagramLayout: String, Hashable, Sendable, Codable, CaseIterable {
  /// Layers from top to bottom.
  case dot
  /// Springs, for up to a few hundred actors.
  case neato
  /// Springs that repel each other.
  case fdp
  /// Springs on several scales, for large graphs.
  case sfdp
  /// A circle.
  case circo
  /// Rings around the focus.
  case twopi
}

/// A file format of a picture.
public enum DiagramFormat: String, Hashable, Sendable, Codable, CaseIterable {
  /// Scalable, with tooltips, links, ids and classes.
  case svg
  /// Pixels.
  case png
  /// For print.
  case pdf
  /// Graphviz's own text, which renders to the same picture elsewhere.
  case dot
}

/// A sentence that proves an event, as tooltips show it.
public struct DiagramEvidence: Hashable, Sendable {
  /// The sentence.
  public var sentence: String
  /// The headline of its article.
  public var article: String
  /// Where the article was published; anything but http and https is left out of the picture.
  public var url: String?
  /// The day of the article.
  public var date: CalendarDate?

  /// Makes a piece of evidence.
  public init(sentence: String, article: String, url: String? = nil, date: CalendarDate? = nil) {
    self.sentence = sentence
    self.article = article
    self.url = url
    self.date = date
  }
}

/// What a picture says about itself, and how it looks.
public struct DiagramOptions: Hashable, Sendable {
  /// The headline.
  public var title: String
  /// The line below it: usually the filters and the period.
  public var subtitle: String
  /// The last line: usually sources and the day of making.
  public var footer: String
  /// Colours and fonts.
  public var theme: DiagramTheme
  /// The layout; nil chooses one by size.
  public var layout: DiagramLayout?
  /// How many actors are drawn at most; the strongest are kept and a note says so.
  public var maximumActors: Int
  /// How many relations are drawn at most; the strongest are kept and a note says so.
  public var maximumRelations: Int
  /// The code of the actor that stands out and is always kept.
  public var focus: String?

  /// Makes options; what is not named has a usual value.
  public init(
    title: String = "", subtitle: String = "", footer: String = "", theme: DiagramTheme = .light,
    layout: DiagramLayout? = nil, maximumActors: Int = 40, maximumRelations: Int = 60, focus: String? = nil
  ) {
    self.title = title
    self.subtitle = subtitle
    self.footer = footer
    self.theme = theme
    self.layout = layout
    self.maximumActors = maximumActors
    self.maximumRelations = maximumRelations
    self.focus = focus
  }
}
