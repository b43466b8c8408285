import Foundation
import Vocabulary

@testable import Evaluation

/// Small sets of triples, made by a test: "USA>KOR AID 3 planned" is one in sentence 3.
enum Made {
  /// An annotation with a single article "a", of these triples; "?" behind one makes it optional, "=" symmetric.
  static func gold(_ triples: String..., forbidden: String? = nil) throws -> GoldSet {
    try GoldFile.with(article("a", triples, forbidden: forbidden)) { try GoldSet(contentsOf: $0) }
  }

  /// The line of an annotated article.
  static func article(_ id: String, _ triples: [String], forbidden: String? = nil) -> String {
    let list = triples.map { json($0) }.joined(separator: ",")
    return #"{"id":"\#(id)","triples":[\#(list)]\#(forbidden.map { ",\"forbidden\":" + $0 } ?? "")}"# + "\n"
  }

  /// Found triples of the article "a".
  static func system(_ triples: String..., gold: GoldSet) throws -> [SystemTriple] {
    let lines = triples.map { json($0, article: "a") }.joined(separator: "\n")
    return try GoldFile.with(lines) { try SystemTriple.read(from: $0, gold: gold) }
  }

  private static func json(_ text: String, article: String? = nil) -> String {
    let words = text.split(separator: " ").map(String.init)
    let parties = words.first?.split(separator: ">").map(String.init) ?? []
    func party(_ number: Int) -> String {
      let names = number < parties.count ? parties[number].split(separator: "/").map(String.init) : []
      return #"{"actor":"\#(names.last ?? "")","principal":"\#(names.first ?? "")"}"#
    }
    var fields = [#""source":\#(party(0))"#, #""target":\#(party(1))"#, #""relation":"do""#]
    if let article { fields.append(#""article":"\#(article)""#) }
    for word in words.dropFirst() {
      switch word {
      case "?": fields.append(#""optional":true"#)
      case "=": fields.append(#""symmetric":true"#)
      case _ where word.hasPrefix("@"): fields.append(#""attributed_to":"\#(word.dropFirst())""#)
      case _ where Int(word) != nil: fields.append(#""sentence":\#(word)"#)
      case _ where word == word.uppercased(): fields.append(#""type":"\#(word)""#)
      default: fields.append(#""realis":"\#(word)""#)
      }
    }
    return "{" + fields.joined(separator: ",") + "}"
  }
}

extension TripleScores {
  /// Right, wrong and missed by a measure.
  func counts(_ measure: TripleMeasure) -> [Int] {
    [self[measure].right, self[measure].wrong, self[measure].missed]
  }
}
