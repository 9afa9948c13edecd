#if os(Linux)
  import Foundation
  import Support
  import Testing

  /// A key stands in the memory of a run: neither a crash nor another program of the same user brings it out.
  @Suite(.timeLimit(.minutes(5))) struct ProcessMemoryTests {
    /// A shell that allows core dumps as large as they come.
    private static let generous = "ulimit -c unlimited 2>/dev/null || true; exec \"$0\" \"$@\""

    /// It has to stay until the shell has gone into it.
    private let folder = TemporaryFolder()

    @Test func `a running process writes no core dump, whatever its shell allows`() async throws {
      let tool = try Tool(["simulate"], in: folder, shell: Self.generous)
      await tool.waitForError(containing: "stop it with ctrl-C")
      let limits = try String(contentsOfFile: "/proc/\(tool.id)/limits", encoding: .utf8)
      #expect(limits.contains(/Max core file size +0 +0 +bytes/), "they are: \(limits)")
    }

    @Test(.enabled(if: geteuid() != 0, "to root everything belongs, and all is open"))
    func `the environment of a running process belongs to root`() async throws {
      let tool = try Tool(["simulate"], in: folder)
      await tool.waitForError(containing: "stop it with ctrl-C")
      let path = "/proc/\(tool.id)/environ"
      #expect(try FileManager.default.attributesOfItem(atPath: path)[.ownerAccountID] as? Int == 0)
      #expect(throws: (any Error).self) { try String(contentsOfFile: path, encoding: .utf8) }
    }

    @Test func `a program of a suite works, and writes none either`() async throws {
      let stage = try Stage()
      _ = try stage.write(#"[ "$(ulimit -c)" = 0 ] && echo '{"passed": true}' || echo '{"passed": false}'"#, to: "x.sh")
      let suite = try stage.write(
        #"{"name":"p","prompts":[{"id":"a","prompt":"Why?","checks":[{"type":"program","command":["sh","x.sh"]}]}]}"#,
        to: "p.json")
      let ending = try await stage.bakeOff(suite, ["--allow-programs", "--fail-on-checks"], shell: Self.generous)
      #expect(ending.status == 0, "it said: \(ending.error)")
    }

    @Test func `a suite that comes through a shell's pipe is read all the same`() async throws {
      let stage = try Stage()
      let suite = try stage.suite("one", prompts: 1)
      let ending = try await stage.bakeOff("/dev/fd/9", shell: "exec 9<\(suite); exec \"$0\" \"$@\"")
      #expect(ending.status == 0, "it said: \(ending.error)")
    }
  }
#endif
