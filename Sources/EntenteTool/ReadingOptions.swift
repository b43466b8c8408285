import ArgumentParser
import Entente

/// How articles are read.
struct ReadingOptions: ParsableArguments {
  @Option(
    name: .customLong("map"),
    help: ArgumentHelp("The key or column that holds a part of the articles, as body=maintext.", valueName: "part=name")
  )
  var mappings: [String] = []

  @Option(help: ArgumentHelp("Read all articles as in this language, whatever they look like: en.", valueName: "code"))
  var forceLanguage: String?

  mutating func validate() throws {
    do { _ = try FieldMapping(parsing: mappings) } catch { throw ValidationError("--map: \(error)") }
    if let forceLanguage, forceLanguage.count != 2 || !forceLanguage.allSatisfy({ $0.isASCII && $0.isLetter }) {
      throw ValidationError("--force-language takes a code of two letters, such as en")
    }
  }

  /// A reader of files and folders.
  func reader(_ paths: [String], _ data: ReadingData, meter: ReadingMeter? = nil) throws -> ArticleReader {
    ArticleReader(
      paths: paths, data: data, mapping: try FieldMapping(parsing: mappings),
      forcedLanguage: forceLanguage?.lowercased(), meter: meter)
  }
}
