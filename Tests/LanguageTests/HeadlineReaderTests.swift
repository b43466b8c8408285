import Testing

@testable import Language

/// Headlines whose verbs look like nouns are read once more.
struct HeadlineReaderTests {
  private static let verbs: Set = ["sever", "thank", "charge", "sign", "balk", "free", "strike", "deny", "push"]

  private func read(_ text: String) throws -> Document {
    let pipeline = try Fixtures.pipeline()
    let document = try #require(pipeline.analyze([text]).first)
    return HeadlineReader(pipeline: pipeline, isVerb: Self.verbs.contains).read(document)
  }

  @Test(arguments: [
    ("Albania severs ties with Tehran over cyberattack.", "severs", "Albania", "sever"),
    ("Malabo thanks Harare and Pretoria for foiling mercenary plot.", "thanks", "Malabo", "thank"),
    ("Last French soldiers leave Mali as junta charges Paris with arming jihadists.", "charges", "junta", "charge"),
    ("Khan to free captured Indian pilot as gesture of peace.", "free", "Khan", "free"),
  ])
  func verbsAreFound(text: String, word: String, subject: String, lemma: String) throws {
    let tokens = try read(text).tokens
    let verb = try #require(tokens.firstIndex { $0.text == word })
    #expect(tokens[verb].pos == .verb && tokens[verb].lemma == lemma)
    #expect(tokens.contains { $0.text == subject && $0.head == verb && $0.dep == .nsubj })
  }

  /// What stands in the text stays, and what needs no second reading is left as it is.
  @Test(arguments: [
    "Albania severs ties with Tehran over cyberattack.", "Russian strikes kill ten in Kyiv.",
    "Lima denies charges.", "Thanks.", "", "NATO urges Seoul to send weapons.",
  ])
  func wordsStay(text: String) throws {
    let plain = try #require(try Fixtures.pipeline().analyze([text]).first)
    let read = try read(text)
    #expect(read.text == text && read.tokens.map(\.text) == plain.tokens.map(\.text))
    #expect(read.tokens.map(\.start) == plain.tokens.map(\.start))
    if !text.hasPrefix("Albania") { #expect(read.tokens.map(\.fields) == plain.tokens.map(\.fields)) }
  }

  @Test(arguments: [
    ("sever", "severed"), ("free", "freed"), ("deny", "denied"), ("play", "played"), ("push", "pushed"), ("y", "yed"),
    ("", "ed"),
  ])
  func pastTenses(verb: String, form: String) { #expect(PastTense.form(of: verb) == form) }

  @Test(arguments: [("severs", "sever"), ("pushes", "push"), ("denies", "deny"), ("s", nil), ("tables", nil)])
  func bases(form: String, verb: String?) {
    #expect(PastTense.base(ofPresent: form, Self.verbs.contains) == verb)
  }

  /// Other words at places that are none change nothing.
  @Test func placesThatAreNone() throws {
    let pipeline = try Fixtures.pipeline()
    let text = "Peru left."
    let document = pipeline.analyze(text, reading: [-1: "will", 99: "will"])
    #expect(document.tokens.map(\.fields) == pipeline.analyze([text]).first?.tokens.map(\.fields))
    #expect(pipeline.analyze("", reading: [0: "will"]).tokens.isEmpty)
  }
}
