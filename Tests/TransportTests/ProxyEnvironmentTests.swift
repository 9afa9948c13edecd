import Testing
import Transport

struct ProxyEnvironmentTests {
  /// A URL, the variables, and the proxy's host.
  typealias Row = (url: String, environment: [String: String], proxy: String?)

  private static let server = "https://openrouter.ai/api/v1"
  private static let proxy = "http://user:secret@proxy.example:3128"

  static let rows: [Row] = [
    (server, [:], nil),
    (server, ["http_proxy": proxy], nil),
    (server, ["https_proxy": ""], nil),
    (server, ["https_proxy": proxy, "no_proxy": "*"], nil),
    (server, ["https_proxy": proxy, "no_proxy": "example.com, openrouter.ai"], nil),
    (server, ["https_proxy": proxy, "NO_PROXY": ".OpenRouter.ai"], nil),
    ("https://a.openrouter.ai/", ["https_proxy": proxy, "no_proxy": "openrouter.ai"], nil),
    ("http://openrouter.ai/", ["HTTP_PROXY": proxy], nil),
    ("http://localhost:8080/v1", ["http_proxy": proxy, "all_proxy": proxy], nil),
    ("ftp://openrouter.ai/", ["all_proxy": proxy], nil),

    (server, ["https_proxy": proxy], "proxy.example"),
    (server, ["HTTPS_PROXY": proxy], "proxy.example"),
    (server, ["ALL_PROXY": "socks5h://10.0.0.1:1080"], "10.0.0.1"),
    (server, ["https_proxy": "", "all_proxy": "proxy.example:3128"], "proxy.example"),
    (server, ["https_proxy": proxy, "no_proxy": "router.ai"], "proxy.example"),
    (server, ["https_proxy": proxy, "no_proxy": "", "NO_PROXY": "a.openrouter.ai"], "proxy.example"),
    ("http://openrouter.ai/", ["http_proxy": proxy], "proxy.example"),
  ]

  @Test(arguments: rows) func `the proxy of the environment is told without its secrets`(row: Row) {
    #expect(HTTPClient.proxyHost(for: row.url, environment: row.environment) == row.proxy)
  }
}
