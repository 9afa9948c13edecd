extension Parameters {
  private static let besideExtra = "Write it beside 'extra'."

  /// What can be said in a better place than `extra`, or not at all, with what to do.
  package static let reservedInExtra: [String: String] = [
    "model": "The run decides it.",
    "models": "Another model would answer in a contestant's name: make it a contestant of its own.",
    "route": "Another model would answer in a contestant's name: make it a contestant of its own.",
    "messages": "They are made of 'system' and 'prompt'.",
    "stream": "The run decides it.",
    "stream_options": "The run decides them.",
    "n": "'--repetitions' asks several times.",
    "tools": "Write them as 'tools' of the suite or the prompt.",
    "response_format": "Write it as 'output' of the suite or the prompt.",
  ].merging(SuiteObject.parameters.keys.map { ($0, besideExtra) }) { given, _ in given }
}
