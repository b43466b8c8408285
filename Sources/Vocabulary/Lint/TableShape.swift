/// What the header of a table promises about its columns, for the linters.
package struct TableShape: Sendable {
  /// The file's name in its folder.
  package let name: String
  /// Its columns, in any order.
  package let columns: [String]
  /// Columns that may be there besides.
  package let optional: [String]
  /// Whether the program can't do without the table.
  package let needed: Bool
  /// Columns that are never empty.
  package let filled: [String]
  /// Columns that hold lists.
  package let lists: [String]
  /// Columns whose names may have years of their own (`Name@from..until`).
  package let named: [String]
  /// Columns whose values together stand for one row only.
  package let key: [String]
  /// Columns whose values the program must know, and those values.
  package let values: [String: [String]]
  /// Columns in lower case.
  package let lower: [String]
  /// Columns that begin with a capital letter.
  package let capital: [String]

  /// Makes a shape; what is left out promises nothing.
  package init(
    name: String, columns: [String], optional: [String] = [], needed: Bool = true, filled: [String] = [],
    lists: [String] = [], named: [String] = [], key: [String] = [], values: [String: [String]] = [:],
    lower: [String] = [], capital: [String] = []
  ) {
    self.name = name
    self.columns = columns
    self.optional = optional
    self.needed = needed
    self.filled = filled
    self.lists = lists
    self.named = named
    self.key = key
    self.values = values
    self.lower = lower
    self.capital = capital
  }
}
