internal import Glibc

extension Model {
  /// Finds where the model lies: `ENTENTE_MODEL` (a folder or a wheel), else share/entente/model beside the folder of
  /// the installed binary, else the cache folder that `make setup` fills.
  ///
  /// - Parameters:
  ///   - environment: The process's environment; its own where nil.
  ///   - binary: The path of the running binary, if it may be an installed one.
  /// - Throws: ``LanguageError/notInstalled(searched:)``, which says where it looked and what to run. A model that
  ///   `ENTENTE_MODEL` names must be there; no other is taken in its place.
  public static func locate(
    environment: [String: String]? = nil, binary: String? = nil
  ) throws(LanguageError) -> String {
    func variable(_ name: String) -> String? {
      let value = environment == nil ? getenv(name).map { String(cString: $0) } : environment?[name]
      return value?.isEmpty == false ? value : nil
    }
    if let named = variable("ENTENTE_MODEL") {
      guard exists(named) else { throw .missing(file: "\(named), which ENTENTE_MODEL names,") }
      return named
    }
    var searched: [String] = []
    if let binary, let slash = binary.lastIndex(of: "/") {
      searched.append(binary[..<slash] + "/../share/entente/model")
    }
    if let cache = variable("ENTENTE_CACHE") {
      searched.append(cache + "/model")
    } else if let cache = variable("XDG_CACHE_HOME") {
      searched.append(cache + "/entente/model")
    } else if let home = variable("HOME") {
      searched.append(home + "/.cache/entente/model")
    }
    for path in searched where exists(path + "/tokenizer") { return path }
    throw .notInstalled(searched: searched)
  }

  private static func exists(_ path: String) -> Bool { access(path, R_OK) == 0 }
}
