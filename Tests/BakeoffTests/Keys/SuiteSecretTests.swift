import Foundation
import Simulator
import Support
import Testing

/// A suite from anywhere names a file in which a key stands: nothing of it is sent, whatever part of the suite names it.
@Suite(.timeLimit(.minutes(5))) struct SuiteSecretTests {
  static let secret = "hunter2-correct-horse"
  private static let digits = "-k-0123456789abcdef"
  private static let hidden = "is hidden (it or a folder on the way begins with a dot)"
  private static let held = "holds a key that is in use, or a value of .env, and is not sent."
  private static let noFile = "is no ordinary file, but a device or something in /proc, /dev or /sys"

  /// Where a suite names a file, as a part of a prompt.
  static let places = [
    #""prompts":[{"id":"p","prompt":{"file":"FILE"}}]"#,
    #""parameters":{"system":{"file":"FILE"}},"prompts":[{"id":"p","prompt":"x"}]"#,
    #""prompts":[{"id":"p","prompt":"{{v}}","rows":{"file":"FILE"}}]"#,
    #""prompts":[{"id":"p","prompt":[{"type":"text","text":"x"},{"type":"image","path":"FILE"}]}]"#,
  ]

  private func stage() throws -> Stage {
    let stage = try Stage()
    for (name, text) in [
      (".env", "DB_PASSWORD=\(Self.secret)\nMODE=production\n"), ("copy.csv", "v\n\(Self.secret)\n"),
      ("key.csv", "v\nthe key\(Self.digits)\n"),
    ] {
      _ = try stage.write(text, to: name)
    }
    for (link, target) in [
      ("to-environ.png", "/proc/self/environ"), ("to-env.png", ".env"), ("copy.png", "copy.csv"),
      ("to-environ.csv", "/proc/self/environ"), ("to-env.csv", ".env"),
    ] {
      try FileManager.default.createSymbolicLink(atPath: stage.folder.path(link), withDestinationPath: target)
    }
    return stage
  }

  @Test(
    arguments: places,
    [
      (".env", hidden), ("copy.csv", held), ("key.csv", held), ("/proc/self/environ", noFile), ("/dev/stdin", noFile),
      ("to-environ.png", noFile), ("to-env.png", hidden), ("copy.png", held), ("to-environ.csv", noFile),
      ("to-env.csv", hidden),
    ])
  func `no part of a suite sends a secret`(place: String, file: (name: String, words: String)) async throws {
    // Rows and images have to look like some by their names before they are opened.
    let endings = place.contains("rows") ? ".csv" : place.contains("image") ? ".png" : ""
    let stage = try stage()
    let text = place.replacing("FILE", with: file.name)
    let suite = try stage.write(#"{"name":"s",\#(text)}"#, to: "s.json")
    for words in [[], ["--allow-outside"]] {
      let ending = try await stage.bakeOff(
        suite, words + ["--api-key-env", "K"], environment: ["K": "key\(Self.digits)", "OTHER_API_KEY": "x"])
      #expect(ending.status == 65, "it said: \(ending.error)")
      #expect(!ending.error.contains(Self.secret) && !ending.error.contains(Self.digits))
      #expect(stage.simulator.counts.requests == 0)
      if !words.isEmpty && file.name.hasSuffix(endings) {
        #expect(ending.error.contains(file.words), "it said: \(ending.error)")
      }
    }
  }

  @Test func `a plain word of .env forbids nothing`() async throws {
    let stage = try stage()
    _ = try stage.write("We are in production.", to: "fine.txt")
    let suite = try stage.write(
      #"{"name":"s","prompts":[{"id":"p","prompt":{"file":"fine.txt"}}]}"#, to: "s.json")
    let ending = try await stage.bakeOff(suite)
    #expect(ending.status == 0, "it said: \(ending.error)")
  }
}
