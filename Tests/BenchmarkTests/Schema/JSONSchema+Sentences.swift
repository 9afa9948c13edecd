import Benchmark

extension JSONSchema {
  /// The sentences on all that is wrong with a value.
  static func sentences(_ schema: String, _ value: String, assuming draft: SchemaDraft = .draft2020) throws -> [String]
  {
    try JSONSchema(compiling: .read(schema), assuming: draft).mistakes(in: .read(value)).map(\.description)
  }
}
