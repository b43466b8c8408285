import Foundation
import Testing

/// `entente explain` as a user runs it.
@Suite(.serialized)
struct ExplainTests {
  private let articles =
    #"{"id":"harbour","title":"Canada condemned Belarus","date":"2023-01-30","#
    + #""body":"By Jane Doe\n\nPoland signed a deal with South Korea. John Smithers thanked Norway."}"# + "\n"
    + #"{"id":"quay","title":"CHILE PRAISED PERU","date":"2023-01-30"}"# + "\n"

  private func explain(_ arguments: String..., text: String? = nil) throws -> Binary.Outcome {
    try Binary.withFolder { folder in
      try (text ?? articles).write(to: folder.appendingPathComponent("a.jsonl"), atomically: true, encoding: .utf8)
      return try Binary.run(["explain", "a.jsonl"] + arguments, in: folder)
    }
  }

  /// The tables grow and the scorer learns anew, so the numbers of lines and the confidences change.
  private func unnumbered(_ text: String) -> String {
    text.replacing(/\.tsv:[1-9][0-9]*/, with: ".tsv:N").replacing(/(confidence"?[: ])0\.[0-9]+/) { "\($0.1)C" }
  }

  @Test func anArticleIsExplainedSentenceBySentence() throws {
    let outcome = try explain("--article", "harbour")
    #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    #expect(
      unnumbered(outcome.output) == """
        harbour, sentence 0, title
        Canada condemned Belarus

          Mentions
            words    form  actor          acts for
            Canada   name  Canada (CAN)   itself
            Belarus  name  Belarus (BLR)  itself

          Parse
            word        tag  dependency
            condemned   VBD  ROOT
            ├─ Canada   NNP  nsubj
            └─ Belarus  NNP  dobj

          Relations
            1  kept: CAN → BLR  ACCUSE condemn (actual), confidence C
               rule verb, frame verbs.tsv:N

        harbour, sentence 1, byline
        By Jane Doe

          Not read: only titles, headings, paragraphs and captions are

        harbour, sentence 2, paragraph
        Poland signed a deal with South Korea.

          Mentions
            words        form  actor              acts for
            Poland       name  Poland (POL)       itself
            South Korea  name  South Korea (KOR)  itself

          Parse
            word            tag  dependency
            signed          VBD  ROOT
            ├─ Poland       NNP  nsubj
            ├─ deal         NN   dobj
            │  └─ a         DT   det
            ├─ with         IN   prep
            │  └─ Korea     NNP  pobj
            │     └─ South  NNP  compound
            └─ .            .    punct

          Relations
            1  kept: POL → KOR  AGREE sign deal with (actual), confidence C
               rule verb, frame verbs.tsv:N

        harbour, sentence 3, paragraph
        John Smithers thanked Norway.

          Mentions
            words          form    actor          acts for
            John Smithers  person  John Smithers  unknown
            Norway         name    Norway (NOR)   itself

          Parse
            word         tag  dependency
            thanked      VBD  ROOT
            ├─ Smithers  NNP  nsubj
            │  └─ John   NNP  compound
            ├─ Norway    NNP  dobj
            └─ .         .    punct

          Relations
            1  refused: unknown [John Smithers] → NOR  SUPPORT thank (actual), confidence C
               rule verb, frame verbs.tsv:N
               why: it is not known for whom the source acts

        """)
  }

  @Test func jsonHasOneSentenceALine() throws {
    let outcome = try explain("--format", "json", "--article", "quay")
    #expect(outcome.code == 0 && outcome.errors.isEmpty, "\(outcome.errors)")
    let chile = #"{"code":"CHL","name":"Chile","kind":"state"}"#
    let peru = #"{"code":"PER","name":"Peru","kind":"state"}"#
    let parts = [
      #"{"article":"quay","sentence":0,"part":"title","read":true,"text":"CHILE PRAISED PERU","span":[0,18],"mentions":["#,
      #"{"mention":"CHILE","form":"name","actor":\#(chile),"principal":\#(chile),"span":[0,5]},"#,
      #"{"mention":"PERU","form":"name","actor":\#(peru),"principal":\#(peru),"span":[14,18]}],"words":["#,
      #"{"text":"Chile","lemma":"Chile","tag":"NNP","pos":"PROPN","dependency":"nsubj","head":1,"span":[0,5]},"#,
      #"{"text":"praised","lemma":"praise","tag":"VBD","pos":"VERB","dependency":"ROOT","head":null,"span":[6,13]},"#,
      #"{"text":"Peru","lemma":"Peru","tag":"NNP","pos":"PROPN","dependency":"dobj","head":1,"span":[14,18]}],"#,
      #""proposals":[{"kept":true,"refusal":null,"rule":"verb","frame":"verbs.tsv:N","#,
      #""source":{"actor":"Chile","principal":"CHL","code":"CHL","kind":"state","mention":"CHILE"},"#,
      #""relation":"praise","type":"SUPPORT","cameo":"051","quad":"verbal cooperation","intensity":3.4,"#,
      #""target":{"actor":"Peru","principal":"PER","code":"PER","kind":"state","mention":"PERU"},"#,
      #""realis":"actual","attributed_to":null,"confidence":C,"#,
      #""spans":{"source":[0,5],"relation":[6,13],"target":[14,18]}}]}"#,
    ]
    #expect(unnumbered(outcome.output) == parts.joined() + "\n")
  }

  @Test func oneSentenceWithoutItsParse() throws {
    let outcome = try explain("--sentence", "3", "--no-tree")
    #expect(outcome.code == 0 && outcome.output.hasPrefix("harbour, sentence 3, paragraph\n"), "\(outcome.output)")
    #expect(!outcome.output.contains("sentence 2") && !outcome.output.contains("Parse"), "\(outcome.output)")
    let json = try explain("--sentence", "0", "--no-tree", "--format", "json")
    #expect(json.lines.isEmpty && json.output.split(separator: "\n").count == 2)
    #expect(json.output.contains(#""words":[]"#) && !json.output.contains("nsubj"), "\(json.output)")
  }

  @Test func standardInputIsRead() throws {
    let outcome = try Binary.run(["explain", "-", "--no-tree"], input: "Peru warns Chile\n")
    #expect(outcome.code == 0 && outcome.output.hasPrefix("stdin, sentence 0, title\n"), "\(outcome.output)")
  }

  /// What is kept is what `extract` prints, sentence by sentence.
  @Test func whatIsKeptIsWhatIsExtracted() throws {
    func keys(_ text: String, _ relations: ([String: Any]) -> [[String: Any]]) throws -> [String] {
      try text.split(separator: "\n").flatMap { line -> [String] in
        let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
        return relations(object).map { relation in
          let parties = ["source", "target"].map { (relation[$0] as? [String: Any])?["principal"] as? String ?? "?" }
          let words = ["type", "relation", "realis"].map { relation[$0] as? String ?? "?" }
          return "\(object["article"] ?? "") \(object["sentence"] ?? "") \(object["text"] ?? "") \(parties) \(words)"
        }
      }.sorted()
    }
    let samples = "data/articles/samples.jsonl"
    let explained = try Binary.run(["explain", samples, "--format", "json"])
    let extracted = try Binary.run(["extract", samples, "--format", "jsonl"])
    let kept = try keys(explained.output) {
      ($0["proposals"] as? [[String: Any]] ?? []).filter { $0["kept"] as? Bool == true }
    }
    #expect(try kept == keys(extracted.output) { [$0] } && kept.count > 100)
  }

  @Test func actorsOfOnesOwnAreMentioned() throws {
    try Binary.withFolder { folder in
      try "code\tname\tkind\nHarbour League\tHarbour League\torganization\n"
        .write(to: folder.appendingPathComponent("mine.tsv"), atomically: true, encoding: .utf8)
      let outcome = try Binary.run(
        ["explain", "-", "--actors", "mine.tsv"], input: "Harbour League condemns Chile\n", in: folder)
      #expect(outcome.code == 0 && outcome.output.contains("kept: Harbour League → CHL  ACCUSE"), "\(outcome.output)")
    }
  }

  @Test(arguments: [
    (["--article", "nix"], "a.jsonl: has no article 'nix'; it has harbour, quay"),
    (["--sentence", "99"], "a.jsonl: has no sentence 99; its sentences are 0 to 3"),
    (["--sentence", "1", "--article", "quay"], "a.jsonl: has no sentence 1; its only sentence is 0"),
    (["--actors", "none.tsv"], "none.tsv: "),
  ])
  func whatIsNotThereIsToldInOneLine(arguments: [String], expected: String) throws {
    try Binary.withFolder { folder in
      try articles.write(to: folder.appendingPathComponent("a.jsonl"), atomically: true, encoding: .utf8)
      let outcome = try Binary.run(["explain", "a.jsonl"] + arguments, in: folder)
      #expect(outcome.code == 1 && outcome.output.isEmpty, "\(outcome.output)")
      #expect(outcome.lines.count == 1 && outcome.errors.hasPrefix("entente: " + expected), "\(outcome.errors)")
    }
  }

  @Test(arguments: [
    ("", "a.jsonl: is empty; there is nothing to read"),
    ("\n", "a.jsonl: holds no article; give a file with at least one"),
    ("{\"id\":\"a\"\n", "a.jsonl:1: the JSON that begins here is not closed"),
  ])
  func filesWithoutArticlesAreToldInOneLine(text: String, expected: String) throws {
    let outcome = try explain(text: text)
    #expect(outcome.code == 1 && outcome.output.isEmpty, "\(outcome.output)")
    #expect(outcome.lines.count == 1 && outcome.errors.hasPrefix("entente: " + expected), "\(outcome.errors)")
  }

  @Test func aMissingFileIsTold() throws {
    for arguments in [["explain", "none.txt"], ["explain", "none.txt", "--article", "a", "--sentence", "1"]] {
      let outcome = try Binary.run(arguments)
      #expect(outcome.code == 1 && outcome.output.isEmpty)
      #expect(outcome.errors == "entente: none.txt: there is no such file or folder; check the path\n")
    }
  }

  @Test func aBadLineDoesNotHideTheOthers() throws {
    let outcome = try explain("--no-tree", text: "{\"id\":\"a\"\n" + articles)
    #expect(outcome.code == 1 && outcome.lines.count == 1, "\(outcome.errors)")
    #expect(outcome.output.contains("quay, sentence 0, title"))
  }

  @Test(arguments: [
    ["explain"], ["explain", "a", "b"], ["explain", "a", "--sentence", "x"], ["explain", "a", "--sentence=-1"],
    ["explain", "a", "--format", "csv"],
  ])
  func wrongUsageEndsWith64(arguments: [String]) throws {
    let outcome = try Binary.run(arguments)
    #expect(outcome.code == 64 && outcome.output.isEmpty, "\(outcome.errors)")
  }
}
