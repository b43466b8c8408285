import Foundation
import Testing
import Vocabulary

@testable import Articles

@Suite struct ArticleReaderTests {
  @Test func walksFoldersInOrder() throws {
    let scratch = try Scratch()
    try scratch.write("b/two.txt", "Two\n\nText.")
    try scratch.write("a.md", "# One\n\nText.")
    try scratch.write("c.jsonl", #"{"id":"three","body":"Text."}"#)
    try scratch.write("README.md", "About this folder")
    try scratch.write("picture.png", "x")
    try scratch.write(".hidden/four.txt", "Four")
    #expect(
      try scratch.summary("") == [
        "./a", "b/two", "three",
        "FOLDER: 2 files left out (README.md, picture.png); name a file itself to have it read",
      ])
    #expect(try scratch.summary("README.md") == ["./README"])
  }

  @Test func goesOnAfterWhatCannotBeRead() throws {
    let scratch = try Scratch()
    try scratch.write("good.txt", "Good\n\nText.")
    try FileManager.default.createDirectory(atPath: scratch.path + "/none", withIntermediateDirectories: true)
    try scratch.write("empty.txt", "")
    try scratch.write("blank.txt", " \n\n\t\n")
    try scratch.write("nul.txt", [72, 105, 0, 1])
    try scratch.write("page.txt", "<!DOCTYPE html><p>Hi")
    try scratch.write("latin.txt", Array("Good\n\nCaf".utf8) + [0xE9, 32, 65])
    #expect(
      try scratch.summary("gone.txt", "none", "empty.txt", "blank.txt", "nul.txt", "page.txt", "latin.txt", "good.txt")
        == [
          "gone.txt: there is no such file or folder; check the path",
          "none: holds no article; a folder is searched for files ending in .txt .text .md .markdown .jsonl .ndjson .json",
          "empty.txt: is empty; there is nothing to read", "blank.txt: is empty; there is nothing to read",
          "nul.txt: is no text but binary data; give text",
          "page.txt: is an HTML page, which is not read; save its text as a .txt file",
          "latin.txt:3: invalid UTF-8 at byte 9; convert it, for example with iconv -t UTF-8", "./good",
        ])
  }

  @Test func survivesLoopsAndBrokenLinks() throws {
    let scratch = try Scratch()
    try scratch.write("folder/one.txt", "One\n\nText.")
    let files = FileManager.default
    try files.createSymbolicLink(atPath: scratch.path + "/folder/loop", withDestinationPath: scratch.path)
    try files.createSymbolicLink(atPath: scratch.path + "/folder/lost.txt", withDestinationPath: "nowhere")
    try files.createSymbolicLink(atPath: scratch.path + "/folder/same.txt", withDestinationPath: "one.txt")
    #expect(
      try scratch.summary("") == [
        "folder/loop: was already searched (named twice, or a loop of links); it is not searched again",
        "folder/lost.txt: there is no such file or folder; check the path", "folder/one",
        "folder/same.txt: was already read; it is not read again",
      ])
  }

  @Test func namesFilesApart() throws {
    let scratch = try Scratch()
    for name in ["x/a.txt", "x/b/a.txt", "x/b/a.md", "y/b/a.txt"] { try scratch.write(name, "Title \(name)\n\nText.") }
    let ids = try scratch.read("x", "y").compactMap { $0.article?.article.id }
    #expect(ids == ["x/a", "b/a", scratch.path + "/x/b/a", scratch.path + "/y/b/a"])
  }

  @Test func readsStandardInput() throws {
    let texts = [("Title\n\nText.", "stdin"), (#"{"id":"x","title":"T"}"#, "x")]
    for (text, id) in texts {
      let pipe = Pipe()
      try pipe.fileHandleForWriting.write(contentsOf: Data(text.utf8))
      try pipe.fileHandleForWriting.close()
      let reader = ArticleReader(
        paths: ["-"], data: try readingData(), standardInput: pipe.fileHandleForReading.fileDescriptor)
      #expect(reader.map { $0.article?.article.id } == [id])
    }
  }

  @Test func decodesByteOrderMarks() throws {
    let scratch = try Scratch()
    let text = "Président – 한국 🇰🇷\n\nText."
    try scratch.write("utf8.txt", [0xEF, 0xBB, 0xBF] + Array(text.utf8))
    try scratch.write("little.txt", [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
    try scratch.write("big.txt", [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 255)] })
    let read = try scratch.read("utf8.txt", "little.txt", "big.txt").compactMap(\.article)
    #expect(read.map(\.article.text) == [text, text, text])
  }

  @Test func refusesTextsThatAreTooLong() throws {
    let scratch = try Scratch()
    try scratch.write("long.txt", String(repeating: "word ", count: 300))
    try scratch.write("short.txt", "Title\n\nText.")
    #expect(
      try scratch.summary("long.txt", "short.txt", limits: ReadingLimits(text: 1000)) == [
        "long.txt: the article is longer than 1000 bytes; split it", "./short",
      ])
  }

  @Test func tellsFormatsByContentBeforeName() throws {
    func recognise(_ text: String, _ name: String) -> Recognition { .of(head: Array(text.utf8)[...], name: name) }
    #expect(recognise("  {\"id\": 1}", "a.txt") == .format(.jsonLines))
    #expect(recognise("{curly} text", "a.txt") == .format(.plainText))
    #expect(recognise("not json", "a.jsonl") == .format(.jsonLines))
    #expect(recognise("# Title", "a.MD") == .format(.markdown))
    #expect(recognise("# Title", "-") == .format(.plainText))
    #expect(recognise("%PDF-1.7", "a.txt") == .foreign("a PDF document"))
    #expect(recognise("[{}]", "a.json") == .foreign("a JSON array"))
    #expect(recognise("\u{1}\u{2}\u{3}abc", "a.txt") == .binary)
  }

  @Test func loadsItsDataWithLineNumbers() throws {
    let scratch = try Scratch()
    let tables = projectFolder.appendingPathComponent("data/reading")
    for name in try FileManager.default.contentsOfDirectory(atPath: tables.path) {
      try scratch.write("reading/\(name)", try Data(contentsOf: tables.appendingPathComponent(name)))
    }
    try scratch.write("actors/media.tsv", "name\taliases\nThe Daily Post\tDaily Post\n")
    let data = try ReadingData.load(from: scratch.path)
    #expect(CreditRule(data: data).agencies("Daily Post, Reuters") == ["The Daily Post", "Reuters"])
    try scratch.write("reading/calendar.tsv", "# months\nname\tunit\tnumber\nsmarch\tmonth\t13\n")
    #expect(
      throws: ArticlesError.dataMalformed(
        file: scratch.path + "/reading/calendar.tsv", line: 3, reason: "'13' is no month from 1 to 12")
    ) { try ReadingData.load(from: scratch.path) }
    #expect(throws: ArticlesError.self) { try ReadingData.load(from: "/nonexistent") }
  }
}
