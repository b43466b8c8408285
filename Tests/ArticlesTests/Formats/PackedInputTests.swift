import Foundation
import Testing

@testable import Articles

/// Data that gzip packed, and files in folders.
@Suite struct PackedInputTests {
  static let samples: [(name: String, text: String)] = [
    ("a.txt", "Talks end\n\nNothing was signed on Monday."), ("a.md", "# Talks end\n\nNothing was *signed*."),
    ("a.html", "<html><body><p>Talks end</p><p>Nothing was signed.</p></body></html>"),
    ("a.jsonl", "{\"id\":\"a\",\"body\":\"A\"}\n{\"id\":\"b\",\"body\":\"B\"}\n"),
    ("a.json", "{\"articles\":[{\"id\":\"a\",\"body\":\"A\"},{\"id\":\"b\",\"body\":\"B\"}]}"),
    ("a.csv", "id,title,body\n1,A,Text.\n2,B,More.\n"), ("a.tsv", "id\ttitle\tbody\n1\tA\tText.\n"),
    ("a.rss", "<rss><item><guid>1</guid><title>A</title><content:encoded>Text.</content:encoded></item></rss>"),
    ("a.atom", "<feed><entry><id>1</id><title>A</title><content>Text.</content></entry></feed>"),
    ("a.eml", MailReaderTests.header + "\nTalks ended.\n"),
    ("a.warc", Bytes.text(WARCReaderTests.record(WARCReaderTests.answer(WARCReaderTests.page)))),
  ]

  @Test(arguments: samples) func readsPackedLikePlain(_ name: String, _ text: String) throws {
    let plain = try outline(text, name: name)
    #expect(!plain.isEmpty && plain.allSatisfy { !$0.hasPrefix(name) }, "\(plain)")
    #expect(try outline(gzipped(text.utf8), name: name + ".gz") == plain)
    // Content goes before the name, and several members are one text.
    #expect(try outline(gzipped(text.utf8), name: name) == plain)
    let half = text.utf8.count / 2
    let members = gzipped(text.utf8.prefix(half)) + gzipped([]) + gzipped(text.utf8.dropFirst(half)) + [0, 0, 0]
    #expect(try outline(members, name: name) == plain)
    // A name that says nothing or something else changes nothing where the content speaks for itself.
    if name != "a.md" { #expect(try outline(text, name: "-") == plain) }
  }

  @Test func readsWhatComesBeforeDamage() throws {
    let lines = (0..<20_000).map { "{\"id\":\"\($0)\",\"body\":\"Words \($0 &* 2_654_435_761).\"}\n" }.joined()
    let packed = gzipped(lines.utf8)
    let message = "a: its packed data is damaged or cut short, what comes before is read; get the file anew"
    let cut = try outline(packed.dropLast(packed.count / 2), name: "a")
    #expect(cut.count > 5000 && cut.last == message)
    var damaged = packed
    for index in packed.count / 2..<(packed.count / 2 + 40) { damaged[index] ^= 0x55 }
    #expect(try outline(damaged, name: "a").contains(message))
    #expect(try outline([0x1F, 0x8B], name: "a") == [message])
    #expect(try outline(gzipped([]), name: "a") == ["a: is empty; there is nothing to read"])
    let twice = try outline(gzipped(gzipped("Talks\n\nWords.".utf8)), name: "a.gz.gz")
    #expect(twice == ["a.gz.gz: is packed by gzip twice, which is not undone; unpack it first"])
  }

  @Test func refusesBombs() throws {
    let bomb = gzipped([UInt8](repeating: UInt8(ascii: "\n"), count: 6_000_000))
    let limits = ReadingLimits(text: 10_000_000, ratioFrom: 2_000_000)
    #expect(
      try outline(bomb, name: "a", limits: limits) == [
        "a: unpacks to more than 200 times its size; unpack it yourself if you trust it"
      ])
    #expect(try outline(bomb, name: "a") == ["a: the article is longer than 2 MB; split it"])
  }

  @Test func namesPackedFilesLikePlainOnes() throws {
    let scratch = try Scratch()
    try scratch.write("b/one.txt.gz", gzipped("One\n\nText.".utf8))
    try scratch.write("b/two.html", "<html><p>Two</p><p>Text.</p></html>")
    try scratch.write("b/data.tar.gz", [0x1F, 0x8B])
    try scratch.write("b/README.txt.gz", gzipped("About".utf8))
    #expect(
      try scratch.summary("") == [
        "b/one", "b/two",
        "FOLDER: 2 files left out (b/README.txt.gz, b/data.tar.gz); name a file itself to have it read",
      ])
  }

  @Test func passesOverPipesAndSecrets() throws {
    let scratch = try Scratch()
    try scratch.write("good.txt", "Good\n\nText.")
    let locked = try scratch.write("locked.txt", "Locked\n\nText.")
    #expect(mkfifo(scratch.path + "/pipe.txt", 0o600) == 0)
    #expect(chmod(locked, 0) == 0)
    var expected = ["./good"]
    // Root may read everything.
    expected.append(
      geteuid() == 0 ? "./locked" : "locked.txt: cannot be read (permission denied); check its permissions")
    expected.append("pipe.txt: is a pipe, socket or device and is passed over; name it itself to have it read")
    #expect(try scratch.summary("") == expected)
  }

  @Test func readsANamedPipe() throws {
    let scratch = try Scratch()
    let path = scratch.path + "/pipe"
    #expect(mkfifo(path, 0o600) == 0)
    let writer = Thread {
      try? FileHandle(forWritingTo: URL(fileURLWithPath: path)).write(
        contentsOf: Data("[{\"id\":\"x\",\"body\":\"B\"}]".utf8))
    }
    writer.start()
    #expect(try scratch.summary("pipe") == ["x"])
  }
}
