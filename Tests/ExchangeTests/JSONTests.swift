import Foundation
import Testing
import Vocabulary

@testable import Exchange

@Suite struct JSONTests {
  @Test func tripleIsAsTheContractSays() {
    let expected =
      #"{"article":"dev-017","sentence":0,"#
      + #""source":{"actor":"NATO","principal":"NATO","code":"NATO","kind":"organization","mention":"NATO"},"#
      + #""relation":"urge","type":"REQUEST","cameo":"1023","quad":"verbal conflict","intensity":-0.1,"#
      + #""target":{"actor":"South Korea","principal":"KOR","code":"KOR","kind":"state","mention":"South Korea"},"#
      + #""realis":"actual","attributed_to":null,"date":"2023-01-30","date_precision":"article","confidence":0.93,"#
      + #""text":"NATO urges South Korea to increase military support for Ukraine","#
      + #""spans":{"sentence":[0,63],"source":[0,4],"relation":[5,10],"target":[11,22]}}"# + "\n"
    #expect(String(decoding: Output.bytes { TripleJSON.append(Samples.urge, to: &$0) }, as: UTF8.self) == expected)
  }

  @Test(arguments: Samples.triples)
  func foundationReadsWhatWasWritten(triple: Triple) throws {
    let line = Output.bytes { TripleJSON.append(triple, to: &$0) }
    let object = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
    let source = try #require(object["source"] as? [String: Any])
    #expect(object["article"] as? String == triple.article)
    #expect(object["sentence"] as? Int == triple.sentence)
    #expect(source["actor"] as? String == triple.source.actor.name)
    #expect(source["kind"] as? String == triple.source.actor.kind.rawValue)
    #expect(object["text"] as? String == triple.evidence.text)
    #expect(object["date"] as? String == triple.date?.description)
    #expect((object["date"] is NSNull) == (triple.date == nil))
    #expect(object["date_precision"] as? String == triple.datePrecision?.rawValue)
    #expect((object["date_precision"] is NSNull) == (triple.date == nil))
    #expect(object["intensity"] as? Double == triple.intensity)
    #expect((object["spans"] as? [String: [Int]])?["target"] == [11, 22])
    #expect(line.filter { $0 == UInt8(ascii: "\n") }.count == 1)
  }

  @Test(arguments: Samples.events)
  func eventIsReadBack(event: Event) throws {
    let line = Output.bytes { EventJSON.append(event, to: &$0) }
    let object = try #require(try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any])
    #expect((object["id"] as? NSNumber)?.int64Value == event.id)
    #expect((object["target"] as? [String: String])?["name"] == event.target.name)
    #expect(object["reports"] as? Int == event.reports)
  }

  @Test func everyScalarOfAStringIsReadBack() throws {
    var text = String.UnicodeScalarView()
    for value in UInt32(0)...0x2FFF { if let scalar = Unicode.Scalar(value) { text.append(scalar) } }
    let bytes = Output.bytes { $0.addJSON(String(text)) }
    let read = try JSONSerialization.jsonObject(with: Data(bytes), options: .fragmentsAllowed) as? String
    #expect(read?.unicodeScalars.elementsEqual(text) == true)
    #expect(!bytes.contains { $0 < 0x20 })
  }

  @Test(arguments: [
    (0.0, "0"), (-0.0, "0"), (1, "1"), (-0.1, "-0.1"), (0.93, "0.93"), (0.1 + 0.2, "0.3"), (-10, "-10"),
    (0.12345, "0.1235"), (0.00004, "0"), (-0.00004, "0"), (0.0001, "0.0001"), (9.99999, "10"), (7.05, "7.05"),
    (1e12, "1000000000000"), (-4.0 / 3, "-1.3333"), (1e300, "100000000000000"), (.nan, "null"), (-.infinity, "null"),
  ])
  func numbersAreShort(number: Double, text: String) {
    #expect(String(decoding: Output.bytes { $0.addJSON(number) }, as: UTF8.self) == text)
  }
}
