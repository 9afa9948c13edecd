import Harness
import Testing
import Transport

@Suite struct EndpointTests {
  @Test(
    arguments: [
      ("openrouter.ai/api/v1", "An endpoint is a URL such as https://host/v1 or http://127.0.0.1:8080/v1."),
      ("ftp://host/v1", "An endpoint's scheme is http or https."),
      ("file:///etc/passwd", "An endpoint's scheme is http or https."),
      (
        "https://me:secret@host/v1",
        "An endpoint holds no user or password; give a key with --api-key-env NAME instead."
      ),
      (
        "https://openrouter.ai\\@evil.test/v1",
        "An endpoint holds no user or password; give a key with --api-key-env NAME instead."
      ),
      ("https://openrouter.ai\\.evil.test/v1", "The endpoint's host or port cannot be read."),
      ("https://", "The endpoint's host or port cannot be read."),
      ("http://:80/v1", "The endpoint's host or port cannot be read."),
      ("http://host:99999/v1", "The endpoint's host or port cannot be read."),
      ("http://host:8o/v1", "The endpoint's host or port cannot be read."),
      ("http://[::1/v1", "The endpoint's host or port cannot be read."),
      ("http://ho st/v1", "The endpoint's host or port cannot be read."),
      ("http://host/v1?x=1", "The endpoint may have a path but no query, fragment, space or backslash."),
      ("http://host/v1\r\nX: y", "The endpoint may have a path but no query, fragment, space or backslash."),
    ])
  func `what is no endpoint is refused with a reason`(text: String, reason: String) {
    #expect(throws: Endpoint.Failure(description: reason)) { try Endpoint(text) }
  }

  @Test(
    arguments: [
      ("https://openrouter.ai", "https://openrouter.ai/api/v1"),
      ("HTTPS://OpenRouter.AI:443/api/v1/", "https://openrouter.ai/api/v1"),
      ("http://127.0.0.1:8080", "http://127.0.0.1:8080/v1"),
      ("http://127.0.0.1:8080/", "http://127.0.0.1:8080/v1"),
      ("http://host/v1/chat/completions", "http://host/v1"),
      ("http://[::1]:99/x/y/", "http://[::1]:99/x/y"),
    ])
  func `an endpoint is what the paths of the protocol are appended to`(text: String, base: String) throws {
    #expect(try Endpoint(text).base == base)
  }

  @Test(arguments: [
    ("https://openrouter.ai/api/v1", Endpoint.Dialect.openrouter), ("http://openrouter.ai/api/v1", .openai),
    ("https://openrouter.ai:8443", .openai), ("https://openrouter.ai.evil.test", .openai),
    ("https://api.openrouter.ai", .openai), ("http://127.0.0.1:1", .openai),
  ])
  func `OpenRouter's rules hold at its own origin alone`(text: String, dialect: Endpoint.Dialect) throws {
    #expect(try Endpoint(text).dialect == dialect)
  }

  @Test(arguments: [
    // Names.
    ("localhost", true), ("LocalHost", true), ("x.localhost", true),
    ("notlocalhost", false), ("localhost.", false), ("x.localhost.", false), ("localhost.evil.test", false),
    ("localhost-", false),
    // Addresses as everybody writes them.
    ("127.0.0.1", true), ("127.9.8.7", true), ("128.0.0.1", false), ("10.0.0.1", false), ("0.0.0.0", false),
    ("127.0.0.1.evil.test", false), ("127.0.0.256", false),
    // Numbers as the system reads them: short forms, one number, octal, hexadecimal.
    ("127.1", true), ("2130706433", true), ("0x7f000001", true), ("0177.0.0.1", true), ("0x7f.1", true),
    ("0127.0.0.1", false), ("0127.1", false), ("127", false), ("3232235777", false),
    // IPv6.
    ("[::1]", true), ("[0:0:0:0:0:0:0:1]", true), ("[::ffff:127.0.0.1]", true), ("[::ffff:7f00:1]", true),
    ("[::]", false),
    ("[::2]", false), ("[::ffff:128.0.0.1]", false), ("[1::1]", false), ("[::127.0.0.1]", false),
  ])
  func `only this machine is loopback, to the endpoint as to the transport`(host: String, expected: Bool) throws {
    let endpoint = try Endpoint("http://\(host):8080/v1")
    #expect(endpoint.origin.isLoopback == expected)
    #expect(Transport.isLoopback(endpoint.base) == expected)
  }
}
