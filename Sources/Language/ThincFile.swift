/// A tensor of 32-bit floats, row after row.
struct Tensor: Sendable {
  let shape: [Int]
  let values: [Float]
}

/// One of the model's network files: numbered nodes with names and parameters.
struct ThincFile {
  private let file: MessageFile
  private let nodes: [MessageValue]
  private let parameters: [MessageValue]
  private let attributes: [MessageValue]

  init(_ file: MessageFile) throws(LanguageError) {
    self.file = file
    nodes = try file.list(file.field("nodes", of: file.root), "nodes")
    parameters = try file.list(file.field("params", of: file.root), "params")
    attributes = try file.list(file.field("attrs", of: file.root), "attrs")
    guard nodes.count == parameters.count && nodes.count == attributes.count else {
      throw file.damaged("\(nodes.count) nodes, \(parameters.count) params, \(attributes.count) attrs")
    }
  }

  /// The parameter of a node, whose name and shape must be as expected.
  func tensor(_ node: Int, _ name: String, _ parameter: String, _ shape: [Int]) throws(LanguageError) -> Tensor {
    let what = "node \(node), \(name) \(parameter)"
    guard nodes.indices.contains(node) else { throw file.damaged("\(what) is missing") }
    let found = try file.string(file.field("name", of: nodes[node]), "the name of node \(node)")
    guard found == name else { throw file.damaged("node \(node) is \(found), not \(name)") }
    guard let value = file.field(parameter, of: parameters[node]) else { throw file.damaged("\(what) is missing") }
    let type = try file.string(file.field("type", of: value), "the type of \(what)")
    guard type == "<f4" else { throw file.damaged("\(what) has type \(type), not <f4") }
    var sizes: [Int] = []
    for size in try file.list(file.field("shape", of: value), "the shape of \(what)") {
      sizes.append(try file.integer(size, "the shape of \(what)"))
    }
    guard sizes == shape else { throw file.damaged("\(what) has shape \(sizes), not \(shape)") }
    let range = try file.range(file.field("data", of: value), "the data of \(what)")
    let count = shape.reduce(1, *)
    guard range.count == count * 4 else { throw file.damaged("\(what) has \(range.count) bytes, not \(count * 4)") }
    let values = [Float](unsafeUninitializedCapacity: count) { target, filled in
      file.bytes.withUnsafeBytes { source in
        // range.count == count * 4 bytes on both sides, checked above.
        UnsafeMutableRawBufferPointer(target).copyMemory(from: UnsafeRawBufferPointer(rebasing: source[range]))
      }
      filled = count
    }
    return Tensor(shape: shape, values: values)
  }

  /// The seed of a hashed embedding.
  func seed(_ node: Int) throws(LanguageError) -> UInt32 {
    guard attributes.indices.contains(node) else { throw file.damaged("node \(node) is missing") }
    let value = try file.nested(file.field("seed", of: attributes[node]), "the seed of node \(node)")
    return UInt32(truncatingIfNeeded: try file.integer(value, "the seed of node \(node)"))
  }
}
