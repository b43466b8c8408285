import Entente
import Foundation
import Vocabulary

/// The figures of triples as tables of text.
public enum TripleReport {
  /// The figures by measure and by type, and with `errors` so many triples that were missed, wrong and forbidden.
  public static func text(_ scores: TripleScores, errors: Int = 0) -> String {
    var text = table(
      TripleMeasure.allCases.map { ($0.rawValue, scores[$0], nil) }, title: "", more: nil)
    let matched = scores.onMatched
    text +=
      "\non matched triples: "
      + [
        ("realis", matched.realis, matched.count), ("actor", matched.actors, matched.parties),
        ("attribution", matched.attribution, matched.count),
      ].map { "\($0) \(Figure.exact(TripleFigures.share($1, $2)))" }.joined(separator: ", ") + "\n"
    if let forbidden = scores.forbidden { text += "forbidden triples: \(forbidden.count)\n" }
    let types = scores.types.sorted { $0.key < $1.key }
    if !types.isEmpty {
      text +=
        "\n"
        + table(
          types.map { ($0.isEmpty ? "(none)" : $0, $1.figures, "\($1.met)/\($1.sought)") }, title: "type", more: "met")
    }
    for miss in scores.missed.prefix(errors) {
      text += "\nmissed: \(line(miss))\n" + quote(miss.text)
    }
    for wrong in scores.wrong.prefix(errors) {
      let known = wrong.gold?.realis.map { "; annotated as \($0.rawValue)" } ?? ""
      text += "\nwrong: \(line(wrong))\(known)\n" + quote(wrong.text)
    }
    for wrong in (scores.forbidden ?? []).prefix(errors) {
      text += "\nforbidden: \(line(wrong))\n" + quote(wrong.text)
    }
    return text
  }

  private static func table(
    _ rows: [(name: String, figures: TripleFigures, more: String?)], title: String, more: String?
  ) -> String {
    var table = TextTable(
      columns: [.init(title)]
        + (["P", "R", "F1", "right", "wrong", "missed"] + (more.map { [$0] } ?? [])).map { .init($0, .right) })
    table.rows = rows.map { name, figures, more in
      let shares = [figures.precision, figures.recall, figures.f1].map(Figure.short)
      let counts = [figures.right, figures.wrong, figures.missed].map(String.init)
      return [name] + shares + counts + (more.map { [$0] } ?? [])
    }
    return table.text()
  }

  private static func line(_ miss: TripleScores.Missed) -> String {
    let triple = miss.triple
    return line(
      miss.article, triple.sentence, (triple.source.actor, triple.source.principal),
      (triple.target.actor, triple.target.principal),
      [triple.type?.rawValue, triple.relation, triple.realis.map { "(\($0.rawValue))" }])
  }

  private static func line(_ wrong: TripleScores.Wrong) -> String {
    let triple = wrong.triple
    return line(
      triple.article, triple.sentence, (triple.source.actor, triple.source.principal),
      (triple.target.actor, triple.target.principal),
      [triple.type, triple.relation, triple.realis.map { "(\($0))" }])
  }

  private static func line(
    _ article: String, _ sentence: Int?, _ source: (actor: String?, principal: String),
    _ target: (actor: String?, principal: String), _ words: [String?]
  ) -> String {
    func name(_ party: (actor: String?, principal: String)) -> String {
      guard let actor = party.actor, actor != party.principal else { return party.principal }
      return "\(party.principal) [\(actor)]"
    }
    let place = sentence.map { ", sentence \($0)" } ?? ""
    return TerminalText.clean(
      "\(article)\(place): \(name(source)) → \(name(target))  \(words.compactMap { $0 }.joined(separator: " "))")
  }

  private static func quote(_ text: String) -> String { text.isEmpty ? "" : "  \(TerminalText.clean(text))\n" }
}
