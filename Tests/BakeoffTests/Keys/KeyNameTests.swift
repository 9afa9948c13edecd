import Foundation
import Simulator
import Support
import Testing

/// A key that is given where the name of its variable belongs is in a log for ever if it is repeated.
@Suite(.timeLimit(.minutes(5))) struct KeyNameTests {
  static let digits = String(repeating: "0123456789abcdef", count: 4)

  static let letters = String(repeating: "qwertzuiopasdfghjklyxcvbnm", count: 2)

  /// Keys as services give them out, and texts that no shell could set.
  static let keys = [
    "sk-or-v1-\(digits)", "sk-proj-Ab3_\(digits)", "gsk_\(digits)", "hf_\(digits.prefix(34))",
    "AIzaSy\(digits.prefix(33))",
    "xai-\(digits)", "a1\(digits.prefix(30))", "A1B2C3D4E5F60718293A4B5C6D7E8F90", "7c\(digits.prefix(30))",
    // Keys of letters alone, and in words of them.
    "hf_\(letters.prefix(34))", "gsk_\(letters)", "r8_\(letters.prefix(37))", "sk_live_\(letters.prefix(24))",
    "\(letters.prefix(32))", "\(letters.prefix(32).uppercased())", "abcdefgh_ijklmnop_qrstuvwx",
    "Bearer secretsecret", "my-company-token", "c2stdGVzdA==", "a.b.c", "key with blanks", "clé",
  ]

  private static let commands = [
    ["run", "suites/starter.json", "-m", "x"], ["plan", "suites/starter.json", "-m", "x"], ["models"], ["quota"],
    ["grade", "latest"], ["run", "--resume", "latest"],
  ]

  @Test(arguments: keys)
  func `a key in place of a name is refused, and no part of it is repeated`(key: String) async throws {
    let stage = try Stage()
    for command in Self.commands {
      let isRecorded = command.contains("latest")
      let endpoint = isRecorded ? [] : ["--endpoint", stage.endpoint, "--dialect", "openrouter"]
      for words in [["--api-key-env", key], ["--api-key-env=\(key)"]] {
        let ending = try await stage.run(command + endpoint + words)
        #expect(ending.status == 64, "it said: \(ending.error)")
        let text = ending.error + ending.output
        for start in stride(from: 0, through: max(key.count - 6, 0), by: 3) {
          let part = key.dropFirst(start).prefix(6)
          #expect(!text.contains(part), "\(command) repeats \(part)")
        }
        // Without a recorded run, only what can never be a name is seen before that is missed.
        if !isRecorded {
          #expect(
            ending.error.hasPrefix("Error: '--api-key-env <name>' takes the name of a variable that holds the key"))
        }
      }
    }
    #expect(stage.simulator.counts.requests == 0)
  }

  @Test(arguments: ["K", "MY_KEY", "AZURE_OPENAI_API_KEY_2", "_k1", "Key2024", "A_DEPARTMENTS_OPENAI_TOKEN"])
  func `a name that is not set is told by its name`(name: String) async throws {
    let stage = try Stage()
    let ending = try await stage.run(["models", "--endpoint", stage.endpoint, "--api-key-env", name])
    #expect(ending.status == 78)
    #expect(ending.error.hasPrefix("Error: There is no key: \(name) is not set."), "it said: \(ending.error)")
  }

  @Test func `a name that reads like a key is one when it is set`() async throws {
    let stage = try Stage(requiresKey: true)
    let name = String(Self.letters.prefix(32))
    let ending = try await stage.run(
      ["models", "--endpoint", stage.endpoint, "--api-key-env", name],
      environment: [name: "sk-or-v1-\(Self.digits)"])
    #expect(ending.status == 0, "it said: \(ending.error)")
  }

  @Test func `a name with many digits is one when it is set`() async throws {
    let stage = try Stage(requiresKey: true)
    let ending = try await stage.run(
      ["models", "--endpoint", stage.endpoint, "--api-key-env", "TEAM_KEY_OF_2026_11"],
      environment: ["TEAM_KEY_OF_2026_11": "sk-or-v1-\(Self.digits)"])
    #expect(ending.status == 0, "it said: \(ending.error)")
  }
}
