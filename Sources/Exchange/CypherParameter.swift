internal import Foundation
public import Vocabulary

/// Reads values that people write on a command line or in a URL.
public enum CypherParameter {
  /// The value of a text: JSON where it is JSON (`12`, `true`, `["KOR","PRK"]`, `"12"`), else the text itself.
  public static func value(of text: String) -> CypherValue {
    (try? JSONDecoder().decode(Wrapped.self, from: Data(text.utf8)))?.value ?? .string(text)
  }

  /// Any JSON value; a map's keys come in the order of the alphabet.
  private struct Wrapped: Decodable {
    var value: CypherValue

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if container.decodeNil() {
        value = .null
      } else if let flag = try? container.decode(Bool.self) {
        value = .boolean(flag)
      } else if let number = try? container.decode(Int64.self) {
        value = .integer(number)
      } else if let number = try? container.decode(Double.self) {
        value = .double(number)
      } else if let text = try? container.decode(String.self) {
        value = .string(text)
      } else if let list = try? container.decode([Wrapped].self) {
        value = .list(list.map(\.value))
      } else {
        let members = try container.decode([String: Wrapped].self)
        value = .map(members.sorted { $0.key < $1.key }.map { CypherEntry(key: $0.key, value: $0.value.value) })
      }
    }
  }
}
