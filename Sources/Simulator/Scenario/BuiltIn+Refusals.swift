extension Scenario.BuiltIn {
  /// Answers with a status of their own.
  static let refusals: [Scenario.BuiltIn] =
    [
      once("429-seconds", "A 429 with Retry-After: 2, then an answer", limited(#""Retry-After": "2""#)),
      once(
        "429-date", "A 429 with a date two seconds ahead, then an answer",
        limited(#""Date": "{date}", "Retry-After": "{date+2}""#)),
      once(
        "429-past-date", "A 429 with a date an hour ago, then an answer",
        limited(#""Date": "{date}", "Retry-After": "{date-3600}""#)),
      once(
        "429-ms", "A 429 with 1500 ms and 1 s, then an answer",
        limited(#""retry-after-ms": "1500", "Retry-After": "1""#)),
      once(
        "429-ms-zero", "A 429 with 0 ms and 1 s, then an answer",
        limited(#""retry-after-ms": "0", "Retry-After": "1""#)),
      always("429-huge", "429s that ask for a day of patience", limited(#""Retry-After": "86400""#)),
      once("429-garbage", "A 429 with nonsense for a hint, then an answer", limited(#""Retry-After": "soon; maybe""#)),
      once("429-nan", "A 429 with NaN for a hint, then an answer", limited(#""Retry-After": "NaN""#)),
      always("429-forever", "429s without a hint and without an end", limited("")),
      once(
        "429-xratelimit", "A 429 whose limit is reset in two seconds, then an answer",
        limited(#""X-RateLimit-Limit": "20", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "{ms+2}""#)),
      once("429-minute", "A 429 of the minute's quota, then an answer", #"{"body": "per-minute"}"#),
      once(
        "429-minute-16", "A 429 of a minute's quota of 16, reset in two seconds",
        limited(
          #""X-RateLimit-Limit": "16", "X-RateLimit-Remaining": "0", "X-RateLimit-Reset": "{ms+2}""#,
          words: "Rate limit exceeded: free-models-per-min. ")),
      always("429-day", "The day's quota is used up", #"{"body": "per-day"}"#),
      always(
        "429-day-high-balance", "The day's quota of a larger account is used up", #"{"body": "per-day-high-balance"}"#),
      once("429-upstream", "The provider's pool is used up for two seconds", #"{"body": "upstream-retry-after"}"#),
      once("429-upstream-no-hint", "The provider's pool is used up, nobody says how long", #"{"body": "upstream"}"#),
      always("no-retry-400", "A 400", #"{"body": "400"}"#),
      always("no-retry-401", "A 401: the key is refused", #"{"body": "401"}"#),
      always("no-retry-402", "A 402: there is no credit", #"{"body": "402"}"#),
      always("no-retry-403", "A 403: the prompt was flagged", #"{"body": "403"}"#),
      always("no-retry-404", "A 404: no such endpoint", #"{"body": "404"}"#),
      always("no-retry-404-policy", "A 404: none under the account's data policy", #"{"body": "404-policy"}"#),
      once("retry-500", "A 500, then an answer", #"{"body": "500"}"#),
      once("retry-502-html", "A 502 with a page, then an answer", #"{"body": "502-html"}"#),
      once(
        "retry-503-after", "A 503 with Retry-After: 2, then an answer",
        #"{"body": "503", "headers": {"Retry-After": "2"}}"#),
      once("retry-408", "A 408, then an answer", #"{"body": "408"}"#),
      once("retry-409", "A 409, then an answer", #"{"status": 409, "body": "400"}"#),
      once("retry-524", "A 524 with Cloudflare's page, then an answer", #"{"body": "524-html"}"#),
      once("retry-529", "A 529, then an answer", #"{"body": "529"}"#),
      once("retry-530", "A 530, then an answer", #"{"status": 530, "body": "502-html"}"#),
      once(
        "x-should-retry-false", "A 500 that asks for no second try",
        #"{"body": "500", "headers": {"x-should-retry": "false"}}"#),
      once(
        "x-should-retry-true", "A 422 that asks for a second try",
        #"{"status": 422, "body": "400", "headers": {"x-should-retry": "true"}}"#),
    ] + redirects

  private static let redirects: [Scenario.BuiltIn] = [
    always(
      "redirect-other-host", "A 307 to another host",
      redirect(307, to: "http://localhost:{port}/elsewhere/v1/chat/completions")),
    always(
      "redirect-https-downgrade", "A 308 to plain http",
      redirect(308, to: "http://localhost:{port}/elsewhere/v1/chat/completions")),
    always("redirect-301-get", "A 301, which would turn a POST into a GET", redirect(301, to: "/elsewhere/v1/models")),
    always("redirect-loop", "A 302 to the same place", redirect(302, to: "/v1/chat/completions")),
  ]

  /// A 429 of which only the headers say what it is about.
  private static func limited(_ headers: String, words: String = "Too many requests") -> String {
    #"{"status": 429, "body": "{\"error\":{\"message\":\"\#(words)\",\"code\":429}}", "headers": {\#(headers)}}"#
  }

  private static func redirect(_ status: Int, to place: String) -> String {
    #"{"status": \#(status), "body": "", "headers": {"Location": "\#(place)"}}"#
  }
}
