import Foundation
import Harness
import Support
import Simulator
import Testing

/// What the machine does to a run: full disks, closed pipes, signals.
@Suite(.timeLimit(.minutes(5))) struct FaultTests {
  @Test(arguments: [
    ("nowhere/x.md", "No such file or directory"), ("suites", "Is a directory"), ("file/x.csv", "Not a directory"),
  ])
  func `a report that cannot be written is told before anything is sent`(path: String, reason: String) async throws {
    let stage = try Stage()
    _ = try stage.write("", to: "file")
    let ending = try await stage.bakeOff(try stage.suite("one", prompts: 1), ["-o", path, "--format", "md"])
    #expect(ending.status == 74)
    #expect(ending.error == "Error: The report \(path) cannot be written: \(reason).\n")
    #expect(stage.simulator.counts.requests == 0)
  }

  @Test func `fewer open files than requests at once is told as such`() async throws {
    let stage = try Stage()
    let ending = try await stage.bakeOff(
      try stage.suite("one", prompts: 1), ["-c", "500"], shell: "ulimit -n 100; exec \"$0\" \"$@\"")
    #expect(ending.status == 64)
    #expect(
      ending.error
        == "Error: 500 requests at once need 532 open files, but the system allows 100: raise that with "
        + "'ulimit -n 532', or lower '--concurrency'.\n")
  }

  @Test func `a program whose streams are closed writes into nothing of ours`() async throws {
    let stage = try Stage()
    let ending = try await stage.bakeOff(
      try stage.suite("one", prompts: 1), shell: "exec \"$0\" \"$@\" <&- >&-")
    #expect(ending.status == 74)
    #expect(ending.error.contains("Standard output cannot be written: Bad file descriptor."))
    #expect(try stage.latest("report.md").contains(Stage.otter))
  }

  @Test func `a folder for reports that cannot be made is told before anything is sent`() async throws {
    let stage = try Stage()
    _ = try stage.write("", to: "file")
    let ending = try await stage.bakeOff("suites/starter.json", ["--reports", "file/reports"])
    #expect(ending.status == 74)
    #expect(
      ending.error.contains(
        "Error: The folder for reports cannot be used: cannot create file/reports: Not a directory. Give another with '--reports DIR'."
      ))
    #expect(stage.simulator.counts.chatsByStatus.isEmpty)
  }

  @Test func `a file that may grow no further ends the run, and what was measured can be reported`() async throws {
    let stage = try Stage()
    let ending = try await stage.bakeOff(
      try stage.suite("many", prompts: 60), ["-c", "1"], shell: "ulimit -f 32; exec \"$0\" \"$@\"")
    #expect(!ending.crashed)
    #expect(ending.status == 74)
    #expect(ending.error.contains("Error: The run stopped: cannot write reports/"))
    #expect(ending.error.contains("File too large"))
    #expect(stage.simulator.counts.chatsByStatus[200] ?? 0 < 60)
    let report = try await stage.run(["report", "latest"])
    #expect(report.status == 0)
    #expect(report.output.contains("sim/swift-"))
    #expect(!report.error.contains("torn"))
  }

  #if os(Linux)
    @Test func `a full disk under a report is told, and the run is kept`() async throws {
      let stage = try Stage()
      let ending = try await stage.bakeOff(try stage.suite("one", prompts: 1), ["-o", "/dev/full", "--format", "md"])
      #expect(ending.status == 74)
      #expect(ending.error.contains("Error: The report /dev/full cannot be written: No space left on device."))
      #expect(try await stage.run(["report", "latest"]).status == 0)
    }

    @Test(arguments: [["report", "latest"], ["--help"], ["--version"]])
    func `standard output that is full is an error and no silence`(arguments: [String]) async throws {
      let stage = try Stage()
      _ = try await stage.bakeOff(try stage.suite("one", prompts: 1))
      let ending = try await stage.run(arguments, shell: "exec \"$0\" \"$@\" >/dev/full")
      #expect(ending.status == 74)
      #expect(ending.error.contains("No space left on device"))
    }
  #endif

  @Test func `who reads no further ends nothing and is told nothing`() async throws {
    let stage = try Stage()
    let silent = "{ \"$0\" \"$@\"; echo \"status $?\" >&2; } | true"
    let run = try await stage.bakeOff(try stage.suite("one", prompts: 1), shell: silent)
    #expect(run.error.hasSuffix("\nstatus 0\n"), "it said: \(run.error)")
    #expect(!run.error.contains("Broken pipe"))
    #expect(try stage.latest("report.md").contains(Stage.otter))
    for words in [["models", "--endpoint", stage.endpoint], ["report", "latest", "-o", "-"], ["--help"], ["runs"]] {
      #expect(try await stage.run(words, shell: silent).error == "status 0\n", "\(words)")
    }
  }

  @Test func `the table is printed where no report can be written, and which could not is said`() async throws {
    let stage = try Stage()
    _ = try await stage.bakeOff(try stage.suite("one", prompts: 1))
    let folder = try #require(RunFolder.all(below: stage.folder.path("reports")).first)
    let report = "reports/\(folder.id)/report.md"
    try FileManager.default.removeItem(atPath: stage.folder.path(report))
    try FileManager.default.createDirectory(atPath: stage.folder.path(report), withIntermediateDirectories: false)
    let ending = try await stage.run(["run", "--resume", "latest"])
    #expect(ending.status == 74)
    #expect(ending.output.contains(Stage.otter))
    #expect(ending.error.contains("Error: The report \(report) cannot be written: Is a directory."))
    #expect(try stage.latest("report.csv").contains(Stage.otter))
  }

  @Test func `a pipe that nobody reads ends with a sentence`() async throws {
    let stage = try Stage()
    _ = try await stage.bakeOff(try stage.suite("one", prompts: 1))
    #expect(mkfifo(stage.folder.path("pipe.md"), 0o600) == 0)
    let ending = try await stage.run(["report", "latest", "-o", "pipe.md"])
    #expect(ending.status == 74)
    #expect(
      ending.error
        == "Error: The report pipe.md cannot be written: Is a pipe that nobody reads; begin to read it first.\n")
  }

  @Test(arguments: [(SIGINT, 130), (SIGTERM, 143), (SIGHUP, 129)] as [(Int32, Int32)])
  func `a signal ends a run in order: what was measured is reported`(signal: Int32, status: Int32) async throws {
    let stage = try Stage(timeScale: 0.1)
    let suite = try stage.suite("many", prompts: 40)
    let tool = try Tool(stage.arguments(suite, ["-c", "2"]), in: stage.folder)
    tool.send(signal, once: "4/40 done")
    let ending = await tool.ending()
    #expect(!ending.crashed)
    #expect(ending.status == status)
    // Two are in flight, but for the moment between an answer and the next request.
    #expect(ending.error.contains(/\nFinishing (1 request|2 requests); press ctrl-C again to stop now\.\n/))
    #expect(ending.error.contains(" trials are left. Go on with: bakeoff run --resume "))
    #expect(ending.output.contains(Stage.otter))
    let journal = try stage.latest("run.jsonl")
    #expect(!journal.contains(#""class":"cancelled""#))
    #expect(journal.contains(#""not_sent":"the run was interrupted""#))
    #expect(journal.split(separator: "\n").filter { $0.hasPrefix(#"{"kind":"trial""#) }.count == 40)
    #expect(ending.error.contains("Interrupted: "))
    #expect(ending.error.contains(" of 40 trials were measured, and the report holds them."))
    #expect(try stage.latest("report.md").contains("the run was interrupted"))
  }

  @Test func `a second signal stops what is in flight, and that is recorded`() async throws {
    let stage = try Stage(timeScale: 0.02)
    let slow = stage.arguments(
      try stage.suite("many", prompts: 9), models: ["lanternworks/glacier-120b:free"], ["-c", "3"])
    let tool = try Tool(slow, in: stage.folder)
    await tool.waitForError(containing: "Plan: ")
    while stage.simulator.counts.busiestMinute < 3 { try await Task.sleep(for: .milliseconds(2)) }
    tool.send(SIGINT)
    tool.send(SIGINT, once: "Finishing 3 requests")
    let ending = await tool.ending()
    #expect(!ending.crashed)
    #expect(ending.status == 130)
    let journal = try stage.latest("run.jsonl")
    #expect(journal.components(separatedBy: #""class":"cancelled""#).count == 4)
    #expect(try stage.latest("report.md").contains("Cancelled on our side: 3 trials"))
  }

  @Test func `a signal ends the demo after what is in flight, and its second part is not begun`() async throws {
    let stage = try Stage()
    let tool = try Tool(["demo"], in: stage.folder)
    tool.send(SIGINT, once: " done · ")
    let ending = await tool.ending()
    #expect(ending.status == 130)
    #expect(ending.error.contains("Reports:\n"))
    #expect(!ending.error.contains("part 2 of 2"))
  }

  @Test func `a signal while a request waits for its limit ends the run at once`() async throws {
    let stage = try Stage()
    let suite = try stage.suite("many", prompts: 40)
    let tool = try Tool(stage.arguments(suite, ["--rate", "1/h"]), in: stage.folder)
    await tool.waitForError(containing: "Plan: ")
    while stage.simulator.counts.chatsByStatus[200] ?? 0 < 1 { try await Task.sleep(for: .milliseconds(2)) }
    tool.send(SIGINT)
    let ending = await tool.ending()
    #expect(ending.status == 130)
    #expect(try stage.latest("report.md").contains("the run was interrupted"))
  }

  @Test func `the simulator ends with its signal`() async throws {
    let stage = try Stage()
    let tool = try Tool(["simulate"], in: stage.folder)
    await tool.waitForError(containing: "stop it with ctrl-C")
    tool.send(SIGTERM)
    let ending = await tool.ending()
    #expect(ending.status == 143)
    #expect(ending.output.hasPrefix("http://127.0.0.1:"))
  }
}
