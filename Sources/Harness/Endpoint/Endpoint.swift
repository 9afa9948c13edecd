/// A server that speaks the OpenAI chat protocol: where it is and what rules hold there.
package struct Endpoint: Hashable, Sendable {
  /// Which rules beside the protocol's own hold: OpenRouter has a free tier, prices and `GET /key`.
  package enum Dialect: String, CaseIterable, Sendable {
    case openrouter
    case openai
  }

  package var origin: Origin
  /// Begins with a slash, ends without one; `/chat/completions` and `/models` follow it.
  package var path: String
  package var dialect: Dialect

  package init(origin: Origin, path: String, dialect: Dialect) {
    self.origin = origin
    self.path = path
    self.dialect = dialect
  }

  package static let openRouter = Endpoint(origin: .openRouter, path: "/api/v1", dialect: .openrouter)

  package var base: String { origin.description + path }

  /// The name that reports use: the host, and the port where it is not the usual one.
  package var name: String { origin.authority }
}

extension Endpoint {
  /// Why a text is no endpoint, as a whole sentence.
  package struct Failure: Error, Hashable, CustomStringConvertible {
    package var description: String

    package init(description: String) {
      self.description = description
    }
  }

  /// Reads `https://host[:port][/path]`; a bare host gets `/v1`, a trailing `/chat/completions` is dropped.
  ///
  /// - Throws: `Failure`.
  package init(_ text: String, dialect: Dialect? = nil) throws {
    let (origin, rest) = try Origin.split(text)
    var path = rest
    for suffix in ["/", "/chat/completions", "/"] where path.hasSuffix(suffix) {
      path.removeLast(suffix.count)
    }
    self.init(
      origin: origin, path: path.isEmpty ? (origin == .openRouter ? "/api/v1" : "/v1") : path,
      dialect: dialect ?? (origin == .openRouter ? .openrouter : .openai))
  }
}
