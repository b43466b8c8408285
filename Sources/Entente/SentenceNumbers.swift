import Articles
import Language

/// The numbers of an article's sentences: the title is 0, the body counts from 1, a dateline is none.
///
/// Blocks that are not read (a byline, a credit, boilerplate) are a sentence each, so that every line has its number.
enum SentenceNumbers {
  /// The number of the first sentence of each block.
  /// - Parameters:
  ///   - blocks: All blocks of an article.
  ///   - documents: The documents of those that are content, in order.
  static func first(of blocks: [Block], _ documents: [Document]) -> [Int] {
    var next = 1
    var content = documents[...]
    return blocks.map { block in
      let document = block.kind.isContent ? content.popFirst() : nil
      if block.kind == .title { return 0 }
      defer { next += block.kind == .dateline ? 0 : document?.sentences.count ?? 1 }
      return next
    }
  }

  /// The sentences of a block as token ranges; a title is one, whatever marks it has.
  static func sentences(of document: Document, in block: Block) -> [Range<Int>] {
    block.kind == .title ? [0..<document.tokens.count] : document.sentences
  }
}
