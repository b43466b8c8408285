/// Chooses the fine part of speech of every token: one linear layer, the largest output wins, the first of equals.
final class Tagger {
  private let weights: [Float]
  private let bias: [Float]
  let logits = FloatBuffer()
  private var tags: [UInt8] = []

  init(model: Model) {
    weights = model.taggerWeights.values
    bias = model.taggerBias.values
  }

  /// The numbers of the tags; `vectors` holds tokens × 96 floats.
  func tag(_ vectors: UnsafePointer<Float>, tokens: Int) -> [UInt8] {
    let outputs = bias.count
    let scores = logits.reserve(tokens * outputs)
    Matrix.multiply(vectors, rows: tokens, weights, outputs: outputs, inner: MaxoutLayer.width, into: scores)
    tags.removeAll(keepingCapacity: true)
    bias.withUnsafeBufferPointer { bias in
      for token in 0..<tokens {
        let row = scores + token * outputs
        var best = 0
        var bestScore = -Float.infinity
        for output in 0..<outputs {
          row[output] += bias[output]
          if row[output] > bestScore {
            best = output
            bestScore = row[output]
          }
        }
        tags.append(UInt8(truncatingIfNeeded: best))
      }
    }
    return tags
  }
}
