internal import Arguments
internal import Harness

/// Which server is asked and with which key.
struct EndpointOptions: Sendable {
  var url: String?
  var keyVariable: String?
  var dialect: Endpoint.Dialect?
  /// A file of certificates in PEM.
  var authorities: String?

  /// Where the default endpoint stands; `.env` sets none.
  static let variable = "BAKEOFF_ENDPOINT"

  private static let key = Argument<Self>.option(
    "api-key-env", \.keyVariable, valueName: "name",
    help: "The environment variable (or line of .env) that holds the endpoint's key.")

  private static let caCert = Argument<Self>.option(
    "ca-cert", \.authorities, valueName: "file",
    help: "Certificates (PEM) that are believed beside the system's, for an authority of your own. SSL_CERT_FILE, "
      + "SSL_CERT_DIR and CURL_CA_BUNDLE are read as by curl.")

  static let arguments = Argument<Self>.section(
    "ENDPOINT",
    [
      .option(
        "endpoint", \.url, valueName: "url",
        help: "An OpenAI-compatible server, such as http://127.0.0.1:8080/v1. Without it: $\(variable) of the "
          + "environment, else OpenRouter."),
      key,
      .option(
        "dialect", \.dialect, valueName: "dialect",
        help: "The rules beside the chat protocol; without it the endpoint's host decides."),
      caCert,
    ])

  /// For a recorded run, which has an endpoint.
  static let recorded = Argument<Self>.section(
    "ENDPOINT",
    [
      .option(
        "endpoint", \.url, valueName: "url",
        help: "The run's own endpoint once more, so that its key may go there; OpenRouter's needs no such word."),
      key, caCert,
    ])

  func validate() throws(UsageError) {
    if keyVariable == "" { throw .rule("'--api-key-env <name>' needs the name of a variable.") }
    if authorities == "" { throw .rule("'--ca-cert <file>' needs the name of a file.") }
    if let keyVariable, !VariableName(keyVariable).isName { throw .rule(VariableName.refusal) }
  }

  /// The default endpoint that a person has set; nil where they have not.
  static func url(in environment: [String: String]) -> String? {
    environment[variable].flatMap { $0.isEmpty ? nil : $0 }
  }

  /// - Throws: `Failure` where a file of certificates is none.
  func trusted(for endpoint: Endpoint, in context: Context) throws -> TrustedAuthorities {
    try TrustedAuthorities(for: endpoint, adding: authorities, environment: context.environment)
  }

  /// The endpoint that is named, else that of the environment, else OpenRouter.
  ///
  /// - Throws: `Failure`.
  func endpoint(environment: [String: String]) throws -> Endpoint {
    if let url { return try read(url, of: "is invalid for '--endpoint <url>'") }
    return try Self.url(in: environment).map { try read($0, of: "of the variable \(Self.variable) is invalid") }
      ?? Endpoint.openRouter
  }

  private func read(_ url: String, of place: String) throws -> Endpoint {
    do {
      return try Endpoint(url, dialect: dialect)
    } catch let failure as Endpoint.Failure {
      // What stands before an @ may be a password.
      let shown = url.contains("@") ? "…@\(url.split(separator: "@").last ?? "")" : url
      throw Failure(.usage, "The value '\(shown)' \(place). \(failure)")
    }
  }
}

extension Endpoint.Dialect: ArgumentValue {}
