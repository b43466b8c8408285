extension ReadingData {
  /// Loads the named character references.
  mutating func loadEntities(_ file: String) throws(ArticlesError) {
    let table = try DataTable(file: file, columns: ["name", "code"])
    for row in table.rows {
      guard let scalar = UInt32(row["code"], radix: 16).flatMap(Unicode.Scalar.init) else {
        throw table.malformed(row, "'\(row["code"])' is no Unicode scalar in hexadecimal")
      }
      entities[row["name"]] = scalar
    }
  }
}
