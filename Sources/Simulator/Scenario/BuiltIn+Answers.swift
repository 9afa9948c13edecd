extension Scenario.BuiltIn {
  /// Answers in a 200, whole or odd.
  static let answers: [Scenario.BuiltIn] = [
    always("ok", "An answer as usual", "{}"),
    always("ok-1byte", "The stream comes a byte at a time", #"{"text": "Canberra", "drip": {"bytes": 1, "every": 0}}"#),
    always(
      "ok-crlf", "The stream's lines end in CR LF",
      #"{"stream": "data: {\#(chunk("Canberra"))}\r\n\r\ndata: {\#(end)}\r\n\r\ndata: [DONE]\r\n\r\n"}"#),
    always(
      "ok-chunked-mid-utf8", "Chunks of HTTP end within characters",
      #"{"text": "Zürich, Łódź, 東京 🦦", "drip": {"bytes": 3, "every": 0}}"#),
    always("comments", "Two seconds of comments before the first token", #"{"comments": 2}"#),
    always("no-done", "The stream ends without [DONE]", #"{"omit": ["done"]}"#),
    always(
      "no-finish", "The stream ends without finish_reason, usage and [DONE]", #"{"omit": ["finish", "usage", "done"]}"#),
    always(
      "trunc-json", "The stream ends within an event",
      #"{"stream": "data: {\#(chunk("Canb"))}\n\ndata: {\"choices\":[{\"delta\":{\"content\":\"er"}"#),
    always(
      "bad-json-event", "An event between two others cannot be read",
      #"{"events": ["{\#(chunk("Can"))}", "{oops", "{\#(chunk("berra"))}", "{\#(end)}", "[DONE]"]}"#),
    always(
      "wrong-types", "Members have other types than they should",
      #"{"events": ["{\"id\":7,\"model\":[],\"choices\":[{\"index\":\"0\",\"delta\":{\"content\":{\"a\":1}}}]}", "#
        + #""{\"choices\":{\"delta\":7},\"usage\":\"many\"}", "7", "null", "{\#(end)}", "[DONE]"]}"#),
    always(
      "dup-choice", "Two choices in one event",
      #"{"events": ["{\"choices\":[{\"index\":0,\"delta\":{\"content\":\"one\"}},"#
        + #"{\"index\":1,\"delta\":{\"content\":\"two\"}}]}", "{\#(end)}", "[DONE]"]}"#),
    always(
      "usage-lies", "The usage counts more reasoning than tokens, and fewer than none",
      #"{"events": ["{\#(chunk("Canberra"))}", "{\#(end),\"usage\":{\"prompt_tokens\":-5,\"completion_tokens\":2,"#
        + #"\"total_tokens\":99999999,\"completion_tokens_details\":{\"reasoning_tokens\":50}}}", "[DONE]"]}"#),
    always("error-200-json", "A 200 whose body is an error", #"{"status": 200, "body": "500"}"#),
    always("html-200", "A 200 whose body is a page", #"{"status": 200, "body": "502-html"}"#),
    always("204", "A 204 without a body", #"{"status": 204, "body": ""}"#),
    always(
      "json-instead-of-sse", "A whole answer in JSON where a stream was asked for",
      #"{"body": "{\"id\":\"gen-1\",\"model\":\"sim/x\",\"choices\":[{\"message\":{\"role\":\"assistant\","#
        + #"\"content\":\"Canberra\"},\"finish_reason\":\"stop\"}],\"usage\":{\"prompt_tokens\":5,"#
        + #"\"completion_tokens\":2,\"total_tokens\":7}}"}"#),
    always("empty-content", "An answer without a word", #"{"text": ""}"#),
    always("reasoning-only", "Reasoning and no answer", #"{"text": "", "reasoning": "Let me think about that."}"#),
    always(
      "finish-length", "The limit on tokens ends the answer",
      #"{"events": ["{\#(chunk("Canb"))}", "{\"choices\":[{\"index\":0,\"delta\":{},\"finish_reason\":\"length\"}]}", "#
        + #""[DONE]"]}"#),
    always(
      "gzip-ok", "A stream in gzip, decompressed only where it was asked for",
      #"{"text": "Canberra", "coding": "gzip"}"#),
    always("model-mismatch", "Another model answers than was asked", #"{"model": "sim/somebody-else-1b"}"#),
    always("date-skew", "The server's clock is ten years ahead", #"{"headers": {"Date": "{date+315360000}"}}"#),
    always("hundred-continue", "Three interim responses before the answer", #"{"interims": 3}"#),
    always("queue-latency", "Each answer takes a second and a little", #"{"text": "Canberra", "delay": 1}"#),
    always("limiter-rate", "Answers as usual, for counting arrivals", "{}"),
    BuiltIn(
      "limiter-retry", "Every third request fails, and counts like the others",
      #"{"when": {"share": 0.33}, "do": {"body": "503"}}"#),
    BuiltIn(
      "co-stall", "One request stops the flow for five seconds", #"{"when": {"request": 5}, "do": {"delay": 5}}"#),
    always("prompt-cache", "Prompts are held, and the usage tells of it", #"{"prompt_cache": "usage"}"#),
    always("prompt-cache-timings", "Prompts are held, and told as llama.cpp does", #"{"prompt_cache": "timings"}"#),
    always("prompt-cache-silent", "Prompts are held, and nothing tells of it", #"{"prompt_cache": "silent"}"#),
    always("buffered", "A proxy holds each stream back until it is whole", #"{"buffered": true}"#),
    BuiltIn(
      "key-lag", "/key is five requests behind", #"{"when": {"on": "key"}, "do": {"lag": 5}}"#),
  ]

  private typealias BuiltIn = Scenario.BuiltIn

  /// The members of a chunk, as they stand within a text of JSON.
  static func chunk(_ text: String) -> String {
    #"\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\#(text)\"},\"finish_reason\":null}]"#
  }

  static let end = #"\"choices\":[{\"index\":0,\"delta\":{\"content\":\"\"},\"finish_reason\":\"stop\"}]"#
}
