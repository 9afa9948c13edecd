import Benchmark

extension AttemptRecord {
  /// A plain good attempt, to be changed by tests.
  static let sample = AttemptRecord(
    session: 0, trial: 0, prompt: "fact", contestant: "a:free", repetition: 1, wall: "2026-11-20T03:15:00.000Z",
    timeline: Timeline(
      queued: 1, admitted: 2, sent: 3, headers: 4, firstByte: 5, firstToken: 6, firstAnswer: 6, lastToken: 9, ended: 10),
    reads: [TokenRead(offset: 3, bytes: 4), TokenRead(offset: 6, bytes: 2)],
    connection: ConnectionRecord(reused: false, httpVersion: "1.1", tcp: 7, bytesSent: 200, bytesReceived: 300),
    status: 200, requestedModel: "a:free", servedModel: "a", provider: "P", generationID: "gen-1",
    finishReason: "stop", usage: Usage(promptTokens: 3, completionTokens: 2, totalTokens: 5), answer: "Canberra",
    outcome: Outcome(.ok))
}

extension RunRecord {
  /// Two prompts for two contestants, to be changed by tests.
  static let sample = RunRecord(
    id: "20261120T031500Z-sample-4f2a", created: "2026-11-20T03:15:00.000Z",
    tool: ToolVersion(name: "bakeoff", version: "0"),
    suite: Suite(
      name: "sample",
      prompts: [
        Prompt(id: "fact", text: "Capital of Australia?", checks: [Check(ContainsRule("Canberra", ignoresCase: true))]),
        Prompt(id: "sum", text: "1 + 1?", parameters: Parameters(temperature: 0)),
      ]),
    suiteSource: SuiteSource(path: "suites/sample.json", sha256: "00"),
    endpoints: [EndpointRecord(name: "host", baseURL: "http://127.0.0.1:1/v1", dialect: "openai")],
    contestants: [
      Contestant(name: "a:free", model: "a:free", endpoint: "host"),
      Contestant(name: "b:free", model: "b:free", endpoint: "host"),
    ], concurrency: 2, deadlines: DeadlineRecord(), seed: 7)
}
