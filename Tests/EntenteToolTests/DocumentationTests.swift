import Foundation
import Testing

/// Every command and option is documented in docs/cli.md.
struct DocumentationTests {
  @Test func everyCommandAndOptionIsDocumented() throws {
    let page = try String(contentsOf: Binary.root.appendingPathComponent("docs/cli.md"), encoding: .utf8)
    let dump = try Binary.run(["--experimental-dump-help"])
    let tree = try #require(
      try JSONSerialization.jsonObject(with: Data(dump.output.utf8)) as? [String: Any])
    let tool = try #require(tree["command"] as? [String: Any])
    let commands = try #require(tool["subcommands"] as? [[String: Any]])
    #expect(commands.count > 4)
    for command in commands {
      let name = try #require(command["commandName"] as? String)
      if name == "help" { continue }
      #expect(page.contains("## entente \(name)"), "\(name)")
      for argument in command["arguments"] as? [[String: Any]] ?? [] {
        for option in argument["names"] as? [[String: Any]] ?? [] {
          guard option["kind"] as? String == "long", let word = option["name"] as? String else { continue }
          #expect(page.contains("--\(word)"), "\(name) --\(word)")
        }
      }
    }
  }
}
