extension Tool {
  /// What a call with these arguments, a JSON text, is answered with; nil when no result fits.
  func reply(to arguments: String) -> String? {
    let given = JSONReader.read(Array(arguments.utf8)).root?.value ?? .object([:])
    return results.first { $0.when.map(given.holds) ?? true }?.result.text
  }
}
