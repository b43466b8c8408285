import Foundation

/// A generator of the same numbers in every run (SplitMix64), so that what fails once fails again.
struct Dice: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  /// A text of scalars of all sizes with the pieces strewn in.
  mutating func text(_ count: Int, pieces: [String] = []) -> String {
    var view = String.UnicodeScalarView()
    for _ in 0..<count {
      if let piece = pieces.randomElement(using: &self), Bool.random(using: &self) {
        view.append(contentsOf: piece.unicodeScalars)
      } else {
        let limit = [0x80, 0x250, 0x3100, 0x11_0000].randomElement(using: &self) ?? 0x80
        view.append(Unicode.Scalar(UInt32.random(in: 0..<UInt32(limit), using: &self)) ?? "x")
      }
    }
    return String(view)
  }
}

/// A folder of the test's own that is gone after the work.
func withScratch<Result>(_ work: (URL) throws -> Result) throws -> Result {
  let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
  try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  defer { try? FileManager.default.removeItem(at: folder) }
  return try work(folder)
}
