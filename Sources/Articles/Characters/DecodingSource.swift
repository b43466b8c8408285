/// A source turned into UTF-8 on the way, whatever it is written in. What is no text passes as it is.
///
/// As long as all is ASCII nothing is decided; then the next 64 kB decide.
final class DecodingSource: ByteSource {
  private enum State {
    case undecided
    case raw
    case utf8(UTF8Mender)
    case converted(Charset, CharsetConverter)
  }

  private var base: any ByteSource
  private let declared: String?
  private var state = State.undecided
  private var passed = 0
  private var isFirst = true
  private var ended = false

  init(_ base: any ByteSource, declared: String? = nil) {
    self.base = base
    self.declared = declared
  }

  /// What was broken: the charset, how many places, and where the first is in bytes where that is known.
  var damage: (charset: String, count: Int, first: Int?)? {
    switch state {
    case .utf8(let mender) where mender.replaced > 0:
      (Charset.utf8.name, mender.replaced, mender.firstBroken.map { $0 + passed })
    case .converted(let charset, let converter) where converter.replaced > 0: (charset.name, converter.replaced, nil)
    default: nil
    }
  }

  /// At most `count` bytes are taken from below, or 64 kB; up to three times as many come out.
  func read(atMost count: Int) throws(SourceError) -> [UInt8] {
    while !ended {
      var chunk = try base.read(atMost: count)
      if chunk.isEmpty { ended = true }
      if case .undecided = state {
        guard isFirst || chunk.contains(where: { $0 >= 0x80 || $0 == 27 }) else {
          passed += chunk.count
          return chunk
        }
        while !ended, chunk.count < CharsetGuess.sample {
          let more = try base.read(atMost: CharsetGuess.sample - chunk.count)
          if more.isEmpty { ended = true }
          chunk += more
        }
        decide(&chunk)
      }
      let text = decoded(chunk)
      if !text.isEmpty { return text }
    }
    return []
  }

  private func decide(_ chunk: inout [UInt8]) {
    defer { isFirst = false }
    guard let guess = CharsetGuess(chunk[...], declared: declared, isStart: isFirst) else {
      // Behind the beginning a stray zero byte makes a text no other file.
      state = isFirst ? .raw : .utf8(UTF8Mender())
      return
    }
    if isFirst, guess.mark == 0, guess.charset == .utf8, !chunk.contains(where: { $0 >= 0x80 }) { return }
    chunk.removeFirst(guess.mark)
    passed += guess.mark
    if guess.charset != .utf8, let converter = CharsetConverter(guess.charset) {
      state = .converted(guess.charset, converter)
    } else {
      state = .utf8(UTF8Mender())
    }
  }

  private func decoded(_ chunk: [UInt8]) -> [UInt8] {
    switch state {
    case .undecided:
      passed += chunk.count
      return chunk
    case .raw: return chunk
    case .utf8(var mender):
      // The state gives the mender up while it works, so that nothing is copied.
      state = .raw
      let text = mender.mend(chunk, isLast: ended)
      state = .utf8(mender)
      return text
    case .converted(_, let converter): return converter.convert(chunk, isLast: ended)
    }
  }
}
