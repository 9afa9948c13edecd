extension Scenario.BuiltIn {
  /// Answers that do not end, or are larger than anybody wants.
  static let floods: [Scenario.BuiltIn] = [
    always("drip-comments", "A comment every half second, for ever", #"{"flood": {"of": "comments", "every": 0.5}}"#),
    always("drip-tokens", "A token every half second, for ever", #"{"flood": {"of": "tokens", "every": 0.5}}"#),
    always("endless-comments", "Comments as fast as they are read, for ever", #"{"flood": {"of": "comments"}}"#),
    always("endless-tokens", "Tokens as fast as they are read, for ever", #"{"flood": {"of": "tokens"}}"#),
    always("endless-line", "One event that never ends", #"{"flood": {"of": "line"}}"#),
    always("huge-line-ok", "One event of 4 MiB", #"{"flood": {"of": "line", "count": 4194304}}"#),
    always("million-events", "A million comments and an answer", #"{"flood": {"of": "comments", "count": 1000000}}"#),
    always("many-tokens", "A hundred thousand tokens at once", #"{"flood": {"of": "tokens", "count": 100000}}"#),
    always("gzip-bomb", "Gzip without an end", #"{"coding": "bomb"}"#),
    always("gzip-corrupt", "Gzip that cannot be decompressed", #"{"coding": "corrupt"}"#),
    Scenario.BuiltIn(
      "gzip-bomb-models", "The catalogue is gzip without an end",
      #"{"when": {"on": "models"}, "do": {"coding": "bomb"}}"#),
    Scenario.BuiltIn(
      "gzip-corrupt-models", "The catalogue is broken gzip",
      #"{"when": {"on": "models"}, "do": {"coding": "corrupt"}}"#),
    Scenario.BuiltIn(
      "gzip-ok-models", "The catalogue in gzip", #"{"when": {"on": "models"}, "do": {"coding": "gzip"}}"#),
    always("deep-json", "An event a hundred thousand arrays deep", #"{"depth": 100000}"#),
  ]

  /// Texts that hurt those who print or store them.
  static let texts: [Scenario.BuiltIn] = [
    always(
      "echo-key", "A 400 that repeats the key",
      #"{"status": 400, "body": "\#(refusedKey)", "headers": {"X-Echo": "{key}"}}"#),
    always("echo-key-stream", "A model that says the key", #"{"text": "Your key is {key}, isn't it?"}"#),
    always(
      "ansi-output", "Escape sequences of terminals",
      #"{"text": "\u001b[31mred\u001b[0m \u001b]0;title\u0007 \u009b1m \u202egnp"}"#),
    always(
      "html-output", "Markup and scripts",
      #"{"text": "<script>alert(1)</script><img src=x onerror=alert(2)> | `a` | </td>"}"#),
    always(
      "csv-output", "Formulas of spreadsheets",
      #"{"text": "=HYPERLINK(\"http://x\",\"y\"),+1,-1,@SUM(A1)\r\n\"quoted\""}"#),
    always("nul-output", "NUL and other control characters", #"{"text": "a\u0000b\u0001c\u007fd"}"#),
    always(
      "lone-surrogate", "Half of a surrogate pair",
      #"{"events": ["{\#(chunk(#"a\\ud83db"#))}", "{\#(end)}", "[DONE]"]}"#),
    always(
      "bad-utf8", "Bytes that are no UTF-8",
      #"{"events": ["{\#(chunk("a{byte:FF}{byte:C3}b"))}", "{\#(end)}", "[DONE]"]}"#),
  ]

  private static let refusedKey = #"{\"error\":{\"message\":\"Bad key: {key}\",\"code\":400}}"#
}
