import Entente

/// Loads what extraction needs.
enum Loading {
  static func data() throws -> DataFolder { try Resources.data() }

  static func reading(_ data: DataFolder) throws -> ReadingData { try ReadingData.load(from: data.url.path) }
}
