import Foundation
import Support
import Testing

/// Signals that come at any time, and those that a program was told to ignore.
@Suite(.timeLimit(.minutes(5))) struct SignalTests {
  @Test func `a signal at any moment of the start ends the program`() async throws {
    let stage = try Stage()
    for start in 0..<60 {
      let tool = try Tool(["simulate"], in: stage.folder)
      usleep(UInt32(start * 1_500))
      tool.send(SIGTERM)
      let ending = await tool.ending()
      // Before the program's first instruction the system ends it.
      #expect(ending.status == (ending.crashed ? SIGTERM : 143))
      #expect(!ending.crashed || ending.output.isEmpty)
    }
  }

  @Test func `what was ignored when the program began stays ignored, as nohup means it`() async throws {
    let stage = try Stage(timeScale: 0.5)
    let suite = try stage.suite("many", prompts: 12)
    let tool = try Tool(
      stage.arguments(suite, ["-c", "2"]), in: stage.folder, shell: #"trap '' HUP; exec "$0" "$@""#)
    tool.send(SIGHUP, once: "Plan: ")
    tool.send(SIGHUP, once: "2/12 done")
    let ending = await tool.ending()
    #expect(ending.status == 0, "it said: \(ending.error)")
    #expect(!ending.error.contains("Finishing"))
    #expect(try stage.latest("run.jsonl").components(separatedBy: #""class":"ok""#).count > 12)
  }

  @Test func `a signal that the program was told to ignore does not hide the others`() async throws {
    let stage = try Stage()
    let tool = try Tool(["simulate"], in: stage.folder, shell: #"trap '' HUP; exec "$0" "$@""#)
    await tool.waitForError(containing: "stop it with ctrl-C")
    tool.send(SIGHUP)
    tool.send(SIGINT)
    #expect(await tool.ending().status == 130)
  }

  #if os(Linux)
    @Test(arguments: [("true", 0), ("trap '' HUP", 1), ("trap '' PIPE INT", 1 << 1)])
    func `a program that checks answers ignores what this one was told to`(trap: String, ignored: Int) async throws {
      let stage = try Stage()
      _ = try stage.write(#"grep SigIgn /proc/$$/status > ignored; echo '{"passed": true}'"#, to: "grade.sh")
      let suite = try stage.write(
        #"{"name":"p","prompts":[{"prompt":"Why?","checks":[{"type":"program","command":["sh","grade.sh"]}]}]}"#,
        to: "p.json")
      let ending = try await stage.bakeOff(suite, ["--allow-programs"], shell: #"\#(trap); exec "$0" "$@""#)
      #expect(ending.status == 0, "it said: \(ending.error)")
      let text = try stage.folder.text("ignored").dropFirst("SigIgn:".count).filter(\.isHexDigit)
      // Of the C library's own signals, from 32 on, some are ignored wherever tests run.
      #expect(Int(text, radix: 16).map { $0 & 0x7FFF_FFFF } == ignored)
    }
  #endif
}
