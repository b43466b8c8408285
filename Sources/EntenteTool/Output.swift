import Entente
import Foundation
import Glibc

/// The two streams of a command: results to stdout, words about the work to stderr.
///
/// A closed pipe ends the process quietly by SIGPIPE, as other tools do; a full disk is an error.
enum Output {
  /// Writes bytes to stdout.
  static func write(_ bytes: [UInt8], to descriptor: Int32 = STDOUT_FILENO) throws {
    try bytes.withUnsafeBytes { try write($0, to: descriptor) }
  }

  /// Writes a text and a line end to stdout.
  static func line(_ text: String) throws { try write(Array((text + "\n").utf8)) }

  /// Writes one line to stderr.
  static func note(_ text: String) {
    let bytes = Array((text + "\n").utf8)
    // What can't be said on stderr can't be said anywhere.
    try? bytes.withUnsafeBytes { try write($0, to: STDERR_FILENO) }
  }

  /// Whether stdout goes to a terminal.
  static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

  /// How wide the terminal is; nil where stdout is none.
  static var width: Int? {
    guard isTerminal else { return nil }
    if let columns = ProcessInfo.processInfo.environment["COLUMNS"].flatMap(Int.init), columns > 20 { return columns }
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 20 else { return 100 }
    return Int(size.ws_col)
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) throws {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = Glibc.write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw ToolError.output(String(cString: strerror(errno)))
      }
      rest = rest.dropFirst(count)
    }
  }
}
