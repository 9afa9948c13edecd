internal import Harness

/// Finds the key for an endpoint: a key belongs to one origin and is sent nowhere else.
struct KeyFinder: Sendable {
  static let openRouterVariable = "OPENROUTER_API_KEY"

  var environment: [String: String]
  /// The text of `.env` in the working folder, if there is one.
  var dotEnv: DotEnv?

  /// The key to send, or nil where none is needed.
  ///
  /// - Throws: `Failure`.
  func key(for endpoint: Endpoint, variable: String?) throws -> APIKey? {
    let isOpenRouter = endpoint.origin == .openRouter
    guard let name = variable ?? (isOpenRouter ? KeyFinder.openRouterVariable : nil) else { return nil }
    guard let text = value(of: name) else { throw missing(name, isOpenRouter: isOpenRouter) }
    guard let key = APIKey(text) else {
      throw Failure(
        .key, "The key in \(name) cannot stand in a header: it is empty or holds spaces or control characters.")
    }
    guard endpoint.origin.scheme == .https || endpoint.origin.isLoopback else {
      throw Failure(
        .usage,
        "A key is not sent over plain http to \(endpoint.origin.authority), where anybody on the way could read it: "
          + "use https.")
    }
    return key
  }

  /// Whether a variable holds something.
  func knows(_ name: String) -> Bool { value(of: name) != nil }

  /// What no file may hold that is sent anywhere: the key in use and others that lie about, and what `.env` keeps.
  func secrets(with variable: String?) -> [String] {
    let names = environment.keys.filter { $0 == variable || $0.uppercased().hasSuffix("API_KEY") }
    return names.compactMap { environment[$0] } + (dotEnv?.secrets ?? [])
      + (variable.flatMap { dotEnv?[$0] }.map { [$0] } ?? [])
  }

  private func value(of name: String) -> String? {
    if let value = environment[name], !value.isEmpty { return value }
    return dotEnv?[name].flatMap { $0.isEmpty ? nil : $0 }
  }

  private func missing(_ name: String, isOpenRouter: Bool) -> Failure {
    let variable = VariableName(name)
    guard variable.isName else { return Failure(.usage, VariableName.refusal) }
    if variable.mayBeKey { return Failure(.usage, VariableName.unknown) }
    let remedy =
      isOpenRouter
      ? "Make a key at https://openrouter.ai/settings/keys and set \(name), or write it into a file .env here. "
        + "'bakeoff demo' needs no key."
      : "Set \(name), or write it into a file .env here."
    return Failure(.key, "There is no key: \(name) is not set. \(remedy)")
  }
}

extension KeyFinder {
  /// Reads `.env` in the working folder, where there is one; says where it cannot be used, unless `quietly`.
  static func system(_ context: Context, quietly: Bool = false) -> KeyFinder {
    do {
      return KeyFinder(environment: context.environment, dotEnv: try dotEnv())
    } catch {
      if !quietly { context.console.warn("the file .env is not used: \(error).") }
      return KeyFinder(environment: context.environment)
    }
  }

  private static func dotEnv() throws -> DotEnv? {
    guard FileSystem.exists(".env") else { return nil }
    let bytes = try FileSystem.read(".env", limit: 1 << 20)
    // As Windows PowerShell's `>` writes it.
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw UnusableEncoding() }
    return DotEnv(String(decoding: bytes, as: UTF8.self))
  }

  private struct UnusableEncoding: Error, CustomStringConvertible {
    var description: String { "it is UTF-16; save it as UTF-8" }
  }
}
