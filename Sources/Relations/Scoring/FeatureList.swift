/// The names of features of several things, one after another.
struct FeatureList {
  private(set) var names: [UInt32] = []

  /// Adds a feature that names no words of the text.
  @inline(__always)
  mutating func add(_ hash: UInt64) { names.append(FeatureHash.name(hash, isLexical: false)) }

  /// Adds a feature that names words of the text.
  @inline(__always)
  mutating func addWord(_ hash: UInt64) { names.append(FeatureHash.name(hash, isLexical: true)) }

  /// Adds a feature unless it stands there since a place.
  mutating func add(_ hash: UInt64, unlessSince start: Int) {
    let name = FeatureHash.name(hash, isLexical: false)
    if !names[start...].contains(name) { names.append(name) }
  }

  /// Where the features stand that `body` adds.
  @inline(__always)
  mutating func range(_ body: (inout FeatureList) -> Void) -> Range<Int> {
    let start = names.count
    body(&self)
    return start..<names.count
  }
}
