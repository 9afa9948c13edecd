internal import Arguments
internal import Benchmark
internal import Harness

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

let tool = CommandLineTool(
  name: "bakeoff-bench", abstract: "Measure bakeoff itself against a server that knows the truth.", version: "1",
  commands: [AllCommand.self, ClientCommand.self, ReplayCommand.self],
  nearest: { word, candidates in EditDistance.nearest(to: word, among: candidates) })

switch tool.parse(Array(CommandLine.arguments.dropFirst())) {
case .help(let text), .version(let text): try Output.print(text)
case .completions(let lines): try Output.print(lines.joined(separator: "\n"))
case .failure(let failure):
  Output.say(failure.text)
  exit(64)
case .run(let command):
  do {
    try await (command as? any Verb)?.run()
  } catch {
    Output.say("Error: \(error)")
    exit(1)
  }
}
// As in bakeoff: exit(3) would clean libraries up under the transport's thread, which may still be ending.
_exit(0)
