public import Vocabulary

/// How the words of a mention name their actor.
public enum MentionForm: String, Sendable, Hashable {
  /// A name: "South Korea", "NATO", "Seoul".
  case name
  /// A person's name.
  case person
  /// An adjective or a name that stands before a noun or owns it: "Russian", "Iran's".
  case modifier
  /// A role noun with its owner: "the South Korean army".
  case role
  /// A description: "the alliance", "the country".
  case description
  /// A pronoun.
  case pronoun
  /// A noun that takes up what the actor did: "the raid".
  case deed
}

/// Words of a document that name an actor.
public struct Mention: Sendable, Hashable {
  /// The words that name it, as tokens of the document.
  public let tokens: Range<Int>
  /// The token that governs them.
  public let head: Int
  /// The person or body itself.
  public let actor: Actor
  /// For whom it acts; nil for a person whom nothing connects with a state or body.
  public let principal: Actor?
  /// How it is named.
  public let form: MentionForm
  /// Whether a human being is meant, so that "he" and "she" can take it up.
  let isPerson: Bool
  /// Whether the words only tell where something is: "in Geneva".
  public let isPlace: Bool
  /// Whether it names several people ("the Israelis", "soldiers"), so that "they" takes it up.
  let isPlural: Bool
  /// Whether "he" or "she" takes it up, where that is known.
  let gender: Gender?
  /// The last of several words of a name, in lower case; nil for a name of one word.
  let lastWord: String?
  /// The sector of event coding ("government", "military"), where a role noun tells it.
  public let sector: String?

  init(
    tokens: Range<Int>, head: Int, actor: Actor, principal: Actor?, form: MentionForm, sector: String? = nil,
    lastWord: String? = nil, isPerson: Bool = false, gender: Gender? = nil, isPlace: Bool = false,
    isPlural: Bool = false
  ) {
    self.tokens = tokens
    self.head = head
    self.actor = actor
    self.principal = principal
    self.form = form
    self.sector = sector
    self.lastWord = lastWord
    self.gender = gender
    self.isPlace = isPlace
    self.isPlural = isPlural
    self.isPerson = isPerson || actor.kind == .person
  }

  /// The same actor named by other words.
  func renamed(tokens: Range<Int>, head: Int, form: MentionForm, sector: String? = nil) -> Mention {
    Mention(
      tokens: tokens, head: head, actor: actor, principal: principal, form: form, sector: sector ?? self.sector,
      isPerson: isPerson, gender: gender, isPlural: isPlural)
  }
}
