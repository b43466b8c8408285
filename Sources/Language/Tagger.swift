/// Chooses the fine part of speech of every token: one linear layer, the largest output wins, the first of equals.
final class Tagger {
  private let linear: PackedWeights
  private let outputs: Int
  /// The scores of the latest batch, tokens × ``stride``.
  let logits = FloatBuffer()
  private var tags: [UInt8] = []

  init(model: Model) {
    linear = model.tagger
    outputs = model.tags.count
  }

  /// How far the rows of ``logits`` lie apart.
  var stride: Int { linear.columns }

  /// The numbers of the tags; `vectors` holds tokens × 96 floats.
  func tag(_ vectors: UnsafePointer<Float>, tokens: Int) -> [UInt8] {
    let scores = logits.reserve(tokens * stride)
    linear.multiply(vectors, stride: MaxoutLayer.width, rows: tokens, into: scores)
    tags.removeAll(keepingCapacity: true)
    for token in 0..<tokens {
      let row = scores + token * stride
      var best = 0
      for output in 1..<outputs where row[output] > row[best] { best = output }
      tags.append(UInt8(truncatingIfNeeded: best))
    }
    return tags
  }
}
