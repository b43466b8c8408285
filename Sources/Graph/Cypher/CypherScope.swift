/// What a variable stands for.
struct CypherBinding {
  var type: CypherType
  /// The value: a node's or relationship's key, a list's JSON, a plain value. Read it through `CypherCompiler.key`.
  var sql = ""
  var isNullable = false
  /// The node of a pattern in the SELECT at hand, whose row can be joined.
  var slot: NodeSlot?
  /// The event's row in the SELECT at hand.
  var row: String?
  /// Whether it lives inside one expression only, as the element of a list does.
  var isLocal = false
}

/// The variables that an expression may name.
struct CypherScope {
  var names: [String: CypherBinding] = [:]
  /// In the order in which they came, for `*`.
  var order: [String] = []

  mutating func add(_ name: String, _ binding: CypherBinding) {
    if names.updateValue(binding, forKey: name) == nil { order.append(name) }
  }
}

/// The FROM and WHERE of one SELECT, which grow while its expressions are compiled.
final class SelectBuilder {
  private(set) var sources: [String] = []
  var conditions: [String] = []

  func join(_ source: String) { sources.append(sources.isEmpty ? source : "JOIN \(source)") }

  func leftJoin(_ source: String, on condition: String) {
    if sources.isEmpty { sources.append("(SELECT 1)") }
    sources.append("LEFT JOIN \(source) ON \(condition)")
  }

  func require(_ condition: String) { conditions.append(condition) }

  /// `FROM … WHERE …`, as far as there is any.
  var sql: String {
    var text = sources.isEmpty ? "" : " FROM " + sources.joined(separator: " ")
    if !conditions.isEmpty { text += " WHERE " + conditions.map { "(\($0))" }.joined(separator: " AND ") }
    return text
  }
}

/// A node of a pattern: its key, and the actor's row once something asks for it.
final class NodeSlot {
  private unowned let compiler: CypherCompiler
  private let builder: SelectBuilder
  /// The SQL of the node's key; nil until a relationship or the row gives it.
  var key: String?
  /// The row's alias where it is joined.
  private(set) var row: String?

  init(_ compiler: CypherCompiler, _ builder: SelectBuilder) {
    self.compiler = compiler
    self.builder = builder
  }

  /// Joins the actor's row, once.
  @discardableResult
  func joined() -> String {
    if let row { return row }
    let alias = compiler.alias("n")
    row = alias
    builder.join("\(CypherSchema.actors) AS \(alias)")
    if let key {
      builder.require("\(alias).\(CypherSchema.actorKey) = \(key)")
    } else {
      builder.require(CypherSchema.isShown(alias))
      key = "\(alias).\(CypherSchema.actorKey)"
    }
    return alias
  }
}
