internal import Arguments
internal import Harness

/// Which server is asked and with which key.
struct EndpointOptions: Sendable {
  var url: String?
  var keyVariable: String?
  var dialect: Endpoint.Dialect?

  static let keyHelp = "The environment variable (or line of .env) that holds the endpoint's key."

  static let arguments = Argument<Self>.section(
    "ENDPOINT",
    [
      .option(
        "endpoint", \.url, valueName: "url",
        help: "An OpenAI-compatible server, such as http://127.0.0.1:8080/v1. Without it: OpenRouter."),
      .option(
        "api-key-env", \.keyVariable, valueName: "name",
        help: keyHelp),
      .option(
        "dialect", \.dialect, valueName: "dialect",
        help: "The rules beside the chat protocol; without it the endpoint's host decides."),
    ])

  func validate() throws(UsageError) {
    if keyVariable == "" { throw .rule("'--api-key-env <name>' needs the name of a variable.") }
  }

  func endpoint() throws -> Endpoint {
    guard let url else { return .openRouter }
    do {
      return try Endpoint(url, dialect: dialect)
    } catch let failure as Endpoint.Failure {
      // What stands before an @ may be a password.
      let shown = url.contains("@") ? "…@\(url.split(separator: "@").last ?? "")" : url
      throw Failure(.usage, "The value '\(shown)' is invalid for '--endpoint <url>'. \(failure)")
    }
  }
}

extension Endpoint.Dialect: ArgumentValue {}
