import Foundation
import Testing
import Vocabulary

@testable import Relations

/// The network is read or told to be none, and its figures are probabilities.
struct ScorerNetworkTests {
  private static let project = Result { try ScorerNetwork(DataFolder(Extraction.data)) }
  private static let broken =
    "data/relations/scorer.bin: is no network of this version; make it anew with Benchmarks/training"

  private static func hints(_ sets: [UInt16]) -> FrameHints.Sets {
    var hints = FrameHints.Sets()
    for (kind, set) in sets.enumerated() { hints[kind] = set }
    return hints
  }

  private func network(_ data: Data) throws -> ScorerNetwork {
    try ScorerFolder.with(["scorer.bin": data]) { try ScorerNetwork($0) }
  }

  private func message(_ data: Data) throws -> String? {
    let error = #expect(throws: DataError.self) { try network(data) }
    return error?.description
  }

  @Test func theProjectsNetworkIsRead() throws {
    let network = try Self.project.get()
    #expect(network.members == 2 && network.hidden == 96)
  }

  @Test func aSmallNetworkIsRead() throws {
    let network = try network(ScorerFolder.network())
    // By hand: units of 0.5, two a member; 0.5 of bias and 0.5 × 0.5 a unit; with a hint the same once more.
    var layer = network.start
    let plain = network.probabilities(layer, hints: .zero)
    #expect(abs(plain[0] - 1 / (1 + exp(-1))) < 1e-6 && plain[15] == plain[0])
    let hinted = network.probabilities(layer, hints: Self.hints([0, 0b10]))
    #expect(hinted[0] == plain[0] && abs(hinted[1] - 1 / (1 + exp(-2))) < 1e-6)
    // A known feature adds 0.5 to each unit, an unknown one nothing.
    network.add([0, 12345] as ArraySlice<UInt32>, to: &layer)
    #expect(abs(network.probabilities(layer, hints: .zero)[0] - 1 / (1 + exp(-1.5))) < 1e-6)
  }

  @Test func filesThatAreNoneAreTold() throws {
    let whole = ScorerFolder.network()
    for length in 0..<whole.count { #expect(try message(whole.prefix(length)) == Self.broken, "\(length) bytes") }
    #expect(try message(whole + [0]) == Self.broken)
    #expect(try message(Data("ENTSCOR2".utf8) + whole.dropFirst(8)) == Self.broken)
    // The last weight is no number.
    #expect(try message(whole.dropLast(4) + [0, 0, 0xC0, 0x7F]) == Self.broken)
    // Counts beyond all measure, members that do not divide the units, none at all.
    for (place, byte) in [(11, 0xFF), (8, 3), (12, 0), (15, 0x7F), (23, 0x10)] as [(Int, UInt8)] {
      var changed = whole
      changed[place] = byte
      #expect(try message(changed) == Self.broken, "byte \(place)")
    }
  }

  @Test func otherWeightsHaveAnotherFingerprint() throws {
    var changed = ScorerFolder.network()
    changed[changed.count - 1] ^= 1
    #expect(try network(changed).fingerprint != network(ScorerFolder.network()).fingerprint)
  }

  @Test func aMissingFileIsTold() throws {
    try RelationTables().write { folder in
      let error = #expect(throws: DataError.self) { try ScorerNetwork(folder) }
      #expect(error?.description == "data/relations/scorer.bin: can't be read; is it there?")
    }
  }

  @Test(arguments: [1, 4, 2])
  func theProjectsFileCutShortIsTold(part: Int) throws {
    let data = try Data(contentsOf: Extraction.data.appendingPathComponent("relations/scorer.bin"))
    #expect(try message(data.prefix(data.count / part - 1)) == Self.broken)
  }

  /// Random bytes are none; a network with random bytes in it is one or is none.
  @Test(arguments: 0..<40)
  func randomFiles(seed: UInt64) throws {
    var dice = FixedDice(seed)
    let noise = Data((0..<200).map { _ in UInt8(truncatingIfNeeded: dice.next()) })
    #expect(try message(noise) == Self.broken)
    #expect(try message(Data("ENTSCOR1".utf8) + noise) == Self.broken)
    var changed = ScorerFolder.network()
    for _ in 0..<4 { changed[Int(dice.next() % UInt64(changed.count))] = UInt8(truncatingIfNeeded: dice.next()) }
    do {
      let network = try network(changed)
      check(network.probabilities(network.start, hints: Self.hints([.max, 0, 7])))
    } catch let error as DataError {
      #expect(error.description == Self.broken)
    }
  }

  @Test(arguments: 0..<40)
  func probabilitiesAreProbabilitiesAndTheSameTwice(seed: UInt64) throws {
    let network = try Self.project.get()
    var dice = FixedDice(seed)
    func once(_ dice: inout FixedDice) -> SIMD16<Float> {
      var layer = network.start
      network.add((0..<2000).map { _ in UInt32(truncatingIfNeeded: dice.next()) }[...], to: &layer)
      for place in 0..<4 {
        network.add((0..<96).map { _ in Float(dice.next() % 2000) / 100 - 10 }[...], place: place, to: &layer)
      }
      let sets = (0..<FrameHints.count).map { _ in UInt16(truncatingIfNeeded: dice.next()) }
      return network.probabilities(layer, hints: Self.hints(sets))
    }
    var again = dice
    let first = once(&dice)
    check(first)
    #expect(once(&again) == first)
  }

  private func check(_ probabilities: SIMD16<Float>) {
    // A NaN is on neither side.
    #expect((0..<16).allSatisfy { probabilities[$0] >= 0 && probabilities[$0] <= 1.000001 }, "\(probabilities)")
  }
}

/// A generator of the same numbers in every run.
struct FixedDice {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 | 1 }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state >> 33
  }
}
