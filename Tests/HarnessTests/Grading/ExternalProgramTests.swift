import Benchmark
import Foundation
import Support
import Synchronization
import Testing
import Transport

@testable import Harness

/// Real programs on this machine; `/bin/sh` is everywhere.
@Suite(.timeLimit(.minutes(5))) struct ExternalProgramTests {
  init() {
    signal(SIGPIPE, SIG_IGN)
  }

  private let folder = TemporaryFolder()

  private func program(_ script: String, timeout: Nanoseconds = 30 * .perSecond) -> ExternalProgram {
    ExternalProgram(
      command: ["/bin/sh", "-c", script], folder: folder.path, environment: ["PATH": "/usr/bin:/bin", "LANG": "C"],
      timeout: timeout, now: { Monotonic.now })
  }

  private func output(_ script: String, input: String = "") async -> String {
    guard case .ended(0, let output, _) = await program(script).run(with: Array(input.utf8)) else { return "failed" }
    return String(decoding: output, as: UTF8.self)
  }

  // SAD PATH

  @Test(arguments: [
    ("exit 3", ExternalProgram.Ending.ended(status: 3, output: [], lastWords: "")),
    ("echo one >&2; echo 'two\u{1B}[2J' >&2; exit 1", .ended(status: 1, output: [], lastWords: ": two\\u{1B}[2J")),
    ("kill -9 $$", .failed("was ended by signal 9")),
    ("kill -PIPE $$; echo a signal is ignored", .failed("was ended by signal 13")),
    ("while :; do echo 0123456789012345678901234567890123456789; done", .failed("wrote more than 1 MiB")),
  ])
  func `a program that ends badly says how`(script: String, ending: ExternalProgram.Ending) async {
    #expect(await program(script).run(with: []) == ending)
  }

  @Test func `a program that is not there, or whose folder is not, says so`() async {
    var missing = program("")
    missing.command = ["no-such-program"]
    guard case .ended(127, _, let words) = await missing.run(with: []) else { Issue.record("it ran"); return }
    #expect(words.contains("no-such-program"))
    missing = program("true")
    missing.folder = folder.path("none")
    guard case .ended(let status, _, let reason) = await missing.run(with: []) else { Issue.record("it ran"); return }
    #expect(status != 0)
    #expect(reason.contains("none"))
  }

  @Test func `a program whose time is up is killed with all that it started`() async throws {
    #expect(mkfifo(folder.path("held"), 0o600) == 0)
    let holders = Holders(of: folder.path("held"))
    let time = Mutex<Nanoseconds>(0)
    var program = program("exec 3>held; sleep 600 & sleep 600", timeout: 300 * .perMillisecond)
    program.now = { time.withLock { $0 } }
    async let ending = program.run(with: [])
    await holders.waitForTheFirst()
    time.withLock { $0 = 300 * .perMillisecond }
    #expect(await ending == .failed("took longer than 300ms"))
    await holders.waitUntilNoneIsLeft()
  }

  @Test func `a program that is ended by a signal takes with it all that it started`() async throws {
    #expect(mkfifo(folder.path("held"), 0o600) == 0)
    let holders = Holders(of: folder.path("held"))
    #expect(
      await program("exec 3>held; sleep 600 & kill -9 $$").run(with: []) == .failed("was ended by signal 9"))
    await holders.waitUntilNoneIsLeft()
  }

  @Test func `what a program leaves behind when it ends is killed, and nobody waits for its output`() async throws {
    #expect(mkfifo(folder.path("held"), 0o600) == 0)
    let holders = Holders(of: folder.path("held"))
    #expect(await output("exec 3>held; sleep 600 & echo done") == "done\n")
    await holders.waitUntilNoneIsLeft()
  }

  @Test func `a cancelled program is killed`() async throws {
    #expect(mkfifo(folder.path("held"), 0o600) == 0)
    let holders = Holders(of: folder.path("held"))
    let running = Task { await program("exec 3>held; sleep 600").run(with: []) }
    await holders.waitForTheFirst()
    running.cancel()
    #expect(await running.value == .cancelled)
    await holders.waitUntilNoneIsLeft()
  }

  @Test func `a program that reads nothing is no trouble`() async {
    #expect(await output("echo done", input: String(repeating: "x", count: 3 << 20)) == "done\n")
  }

  // HAPPY PATH

  @Test func `a program reads its input and writes its output, both larger than any pipe`() async {
    let text = String(repeating: "0123456789abcdef", count: 50_000)
    #expect(await output("cat", input: text) == text)
  }

  @Test func `a program starts in its folder and finds what lies there`() async throws {
    try Data("here".utf8).write(to: URL(fileURLWithPath: folder.path("beside.txt")))
    #expect(await output("cat beside.txt") == "here")
  }

  @Test func `a program gets the environment that it is given and nothing else`() async {
    let names = await output("env").split(separator: "\n").compactMap {
      $0.split(separator: "=").first.map(String.init)
    }
    #expect(Set(names).isSuperset(of: ["PATH", "LANG"]))
    // What a shell adds by itself.
    #expect(Set(names).subtracting(["PATH", "LANG", "PWD", "OLDPWD", "SHLVL", "_"]).isEmpty)
  }

  @Test func `programs that are started at one time do not hold each other's input open`() async {
    let pairs = 24
    await withTaskGroup(of: String?.self) { group in
      for number in 0..<pairs {
        group.addTask {
          _ = await program("exec sleep 600", timeout: 600 * .perSecond).run(with: [])
          return nil
        }
        group.addTask { await output("cat", input: "\(number)") }
      }
      var said: Set<String> = []
      while said.count < pairs, let text = await group.next() { said.insert(text ?? "asleep") }
      #expect(said == Set((0..<pairs).map(String.init)))
      group.cancelAll()
    }
  }

  @Test func `a program inherits no open file`() async {
    let descriptor = open("/dev/null", O_RDONLY)
    defer { close(descriptor) }
    #expect(await output("if [ -e /dev/fd/\(descriptor) ]; then echo open; else echo closed; fi") == "closed\n")
  }
}

/// The processes that hold a named pipe open for writing.
private final class Holders: Sendable {
  private let first: Task<Void, Never>
  private let none: Task<Void, Never>

  init(of path: String) {
    let (opened, open) = AsyncStream<Void>.makeStream()
    let (ended, end) = AsyncStream<Void>.makeStream()
    Thread.detachNewThread {
      // Opening waits for the first writer, reading ends with the last.
      let descriptor = Foundation.open(path, O_RDONLY)
      open.finish()
      var byte: UInt8 = 0
      while read(descriptor, &byte, 1) > 0 {}
      close(descriptor)
      end.finish()
    }
    first = Task { for await _ in opened {} }
    none = Task { for await _ in ended {} }
  }

  func waitForTheFirst() async { await first.value }
  func waitUntilNoneIsLeft() async { await none.value }
}
