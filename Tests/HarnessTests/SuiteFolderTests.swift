import Benchmark
import Foundation
import Support
import Testing

@testable import Harness

/// The files beside a suite: read there and nowhere else.
@Suite struct SuiteFolderTests {
  private let root = TemporaryFolder()
  private let suite: String

  init() throws {
    suite = root.path("suites/x.json")
    try FileManager.default.createDirectory(atPath: root.path("suites/data"), withIntermediateDirectories: true)
    for (name, text) in [
      ("secret.txt", "secret"), ("suites/a.txt", "käse"), ("suites/data/b.txt", "b"), ("suites/data/c.png", "c"),
    ] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: root.path(name)))
    }
    for (link, target) in [("link.txt", "a.txt"), ("out.txt", "../secret.txt"), ("folder", "data")] {
      try FileManager.default.createSymbolicLink(atPath: root.path("suites/\(link)"), withDestinationPath: target)
    }
  }

  // SAD PATH

  @Test(arguments: [
    "../secret.txt", "data/../../secret.txt", "link.txt", "out.txt", "folder/b.txt", "/etc/hostname", "data/..",
  ])
  func `nothing outside of the folder is read, nor behind a link, unless it is allowed`(path: String) {
    #expect(throws: SuiteFileFault.outside) { try SuiteFolder(ofSuite: suite).text(path) }
    #expect(throws: SuiteFileFault.outside) { try SuiteFolder(ofSuite: suite).facts(path) }
  }

  @Test(arguments: [
    ("none.txt", "cannot be read: No such file or directory."), ("data", "cannot be read: Is a directory."),
    ("a.txt/b", "cannot be read: Not a directory."), ("latin.txt", "is not UTF-8. Save it as UTF-8."),
    ("large.txt", "is larger than 1 MiB. Make it smaller."), ("", "cannot be read: it has no name."),
    ("a.txt\u{0}.md", "cannot be read: its name holds a NUL."),
    ("pipe.txt", "cannot be read: Is a pipe; write what comes out of it to a file."),
  ])
  func `a text that cannot be used says why`(path: String, words: String) throws {
    try Data([0xE4]).write(to: URL(fileURLWithPath: root.path("suites/latin.txt")))
    try Data(count: (1 << 20) + 1).write(to: URL(fileURLWithPath: root.path("suites/large.txt")))
    #expect(mkfifo(root.path("suites/pipe.txt"), 0o600) == 0)
    for allowsOutside in [false, true] {
      let folder = SuiteFolder(ofSuite: suite, allowsOutside: allowsOutside)
      let fault = #expect(throws: SuiteFileFault.self) { try folder.text(path) }
      #expect(fault?.message == words)
    }
  }

  @Test func `an attachment that changed or went since is not sent`() throws {
    let folder = SuiteFolder(ofSuite: suite)
    let attachment = Attachment(.image, at: .file(try folder.facts("data/c.png")))
    try folder.verify([attachment])
    try Data("d".utf8).write(to: URL(fileURLWithPath: root.path("suites/data/c.png")))
    let changed = #expect(throws: AttachmentFault.self) { try folder.verify([attachment]) }
    #expect(
      changed?.description == "The file 'data/c.png' is no longer the one that the run began with (SHA-256 "
        + "2e7d2c03a950…): put it back, or begin a new run.")
    try FileManager.default.removeItem(atPath: root.path("suites/data/c.png"))
    let gone = #expect(throws: AttachmentFault.self) { try folder.verify([attachment]) }
    #expect(gone?.description == "The file 'data/c.png' cannot be read: No such file or directory.")
  }

  // HAPPY PATH

  @Test func `texts and attachments are found from the suite's folder`() throws {
    let folder = SuiteFolder(ofSuite: suite)
    #expect(try folder.text("a.txt") == "käse")
    #expect(try folder.text("./data/b.txt") == "b")
    #expect(try folder.facts("data/c.png") == FileFacts(path: "data/c.png", contents: Array("c".utf8)))
    #expect(folder.filesRead.map(\.path) == ["./data/b.txt", "a.txt"])
    #expect(folder.filesRead.map(\.bytes) == [1, 5])
  }

  @Test func `with leave, links and other folders are followed`() throws {
    let folder = SuiteFolder(ofSuite: suite, allowsOutside: true)
    #expect(try folder.text("../secret.txt") == "secret")
    #expect(try folder.text("folder/b.txt") == "b")
    #expect(try folder.text(root.path("secret.txt")) == "secret")
  }
}
