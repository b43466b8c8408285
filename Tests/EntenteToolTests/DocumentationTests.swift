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
    for command in commands { try check(command, path: "entente", page: page) }
  }

  /// A command, its options and the commands below it.
  private func check(_ command: [String: Any], path: String, page: String) throws {
    let name = try #require(command["commandName"] as? String)
    if name == "help" { return }
    let path = path + " " + name
    #expect(page.contains("\n## \(path)\n") || page.contains("\n### \(path)\n"), "\(path)")
    for argument in command["arguments"] as? [[String: Any]] ?? [] {
      for option in argument["names"] as? [[String: Any]] ?? [] {
        guard option["kind"] as? String == "long", let word = option["name"] as? String else { continue }
        #expect(page.contains("--\(word)"), "\(path) --\(word)")
      }
    }
    for below in command["subcommands"] as? [[String: Any]] ?? [] { try check(below, path: path, page: page) }
  }
}
