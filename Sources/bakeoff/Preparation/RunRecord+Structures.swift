internal import Benchmark
internal import Wire

extension RunRecord {
  /// Keeps of each contestant how a structure is asked of it, where prompts leave that to the catalogue.
  mutating func learnStructures(from catalogueCheck: CatalogueCheck) {
    let isOpen = suite.prompts.contains { prompt in
      suite.output(of: prompt).map { ($0.send ?? .auto) == .auto } ?? false
    }
    guard isOpen else { return }
    for index in contestants.indices {
      contestants[index].structure = catalogueCheck.catalogue?.first { $0.id == contestants[index].model }?.structure
    }
  }
}

extension CatalogueModel {
  /// The best way to a structure that it says it knows; nil where it says nothing of what it knows.
  fileprivate var structure: StructuredOutput.Way? {
    if supportedParameters.isEmpty { return nil }
    if supportedParameters.contains("structured_outputs") { return .jsonSchema }
    return supportedParameters.contains("response_format") ? .jsonObject : .instruction
  }
}
