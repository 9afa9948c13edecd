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

  /// With leave and without, by their names and through links whose names are harmless.
  @Test(arguments: [
    (".env", SuiteFileFault.hidden), ("data/.netrc", .hidden), (".git/config", .hidden), ("./.env", .hidden),
    ("data/./.netrc", .hidden), ("../suites/.env", .hidden), ("to-env.txt", .hidden), ("to-git/config", .hidden),
    ("/dev/null", .noOrdinaryFile), ("/dev/zero", .noOrdinaryFile), ("/dev/stdin", .noOrdinaryFile),
    ("to-null.txt", .noOrdinaryFile), ("../../../../../../../../../../dev/null", .noOrdinaryFile),
    ("key.txt", .secret), ("to-key.txt", .secret), ("base64.bin", .secret), ("percent.txt", .secret),
    ("marked.txt", .secret), ("utf16.txt", .secret), ("utf32.txt", .secret),
  ])
  func `no file with keys, hidden or of the system's own is used, allowed or not`(
    path: String, fault: SuiteFileFault
  ) throws {
    let key = "correct/horse+42"
    try FileManager.default.createDirectory(atPath: root.path("suites/.git"), withIntermediateDirectories: true)
    for (name, text) in [
      (".env", "K=x"), ("data/.netrc", "x"), (".git/config", "x"), ("key.txt", "my \(key)!"),
      ("base64.bin", Data("Bearer \(key)".utf8).base64EncodedString()), ("percent.txt", "correct%2fhorse%2B42"),
      ("marked.txt", key + "\u{301}"),
    ] {
      try Data(text.utf8).write(to: URL(fileURLWithPath: root.path("suites/\(name)")))
    }
    for (name, encoding) in [("utf16.txt", String.Encoding.utf16LittleEndian), ("utf32.txt", .utf32BigEndian)] {
      let data = try #require("my \(key)".data(using: encoding))
      try data.write(to: URL(fileURLWithPath: root.path("suites/\(name)")))
    }
    for (link, target) in [
      ("to-env.txt", ".env"), ("to-git", ".git"), ("to-null.txt", "/dev/null"), ("to-key.txt", "key.txt"),
    ] {
      try FileManager.default.createSymbolicLink(atPath: root.path("suites/\(link)"), withDestinationPath: target)
    }
    for allowsOutside in [false, true] {
      let folder = SuiteFolder(ofSuite: suite, allowsOutside: allowsOutside, secrets: [key])
      let isOutside = !allowsOutside && (path.hasPrefix("to-") || path.hasPrefix("/") || path.contains(".."))
      let expected: SuiteFileFault =
        isOutside && fault != .hidden || path.hasPrefix("to-") && !allowsOutside ? .outside : fault
      #expect(throws: expected) { try folder.text(path) }
      #expect(throws: expected) { try folder.rows(path) }
      #expect(throws: expected) { try folder.facts(path) }
    }
  }

  #if os(Linux)
    @Test(arguments: [
      "/proc/self/environ", "/proc/self/cmdline", "/proc/self/root/etc/hostname",
      "/sys/kernel/mm/transparent_hugepage/enabled",
      "proc.txt", "process/environ", "../../../../../../../../../../proc/self/environ",
    ])
    func `what the kernel makes up is no file of a suite`(path: String) throws {
      for (link, target) in [("proc.txt", "/proc/self/environ"), ("process", "/proc/self")] {
        try FileManager.default.createSymbolicLink(atPath: root.path("suites/\(link)"), withDestinationPath: target)
      }
      #expect(throws: SuiteFileFault.outside) { try SuiteFolder(ofSuite: suite).text(path) }
      guard path != "/proc/self/root/etc/hostname" else { return }
      #expect(throws: SuiteFileFault.noOrdinaryFile) {
        try SuiteFolder(ofSuite: suite, allowsOutside: true).text(path)
      }
    }
  #endif

  @Test(arguments: ["sent.bin", "data/sent.bin"])
  func `an attachment into which a key came since is not sent`(path: String) throws {
    try Data("fine".utf8).write(to: URL(fileURLWithPath: root.path("suites/\(path)")))
    let folder = SuiteFolder(ofSuite: suite, secrets: ["secret-12345"])
    let attachment = Attachment(.image, at: .file(try folder.facts(path)))
    try Data("now secret-12345".utf8).write(to: URL(fileURLWithPath: root.path("suites/\(path)")))
    let fault = #expect(throws: AttachmentFault.self) { try folder.verify([attachment]) }
    #expect(
      fault?.description
        == "The file '\(path)' holds a key that is in use, or a value of .env, and is not sent. Take that out of it.")
  }

  @Test(arguments: ["short", "", "ollama"])
  func `a word that hides nothing forbids no file`(secret: String) throws {
    try Data("ollama is short".utf8).write(to: URL(fileURLWithPath: root.path("suites/word.txt")))
    #expect(try SuiteFolder(ofSuite: suite, secrets: [secret]).text("word.txt") == "ollama is short")
  }

  @Test(arguments: [".hidden/suites", "..hidden/x"])
  func `a suite that stands in a hidden folder itself uses what is beside it`(folder: String) throws {
    try FileManager.default.createDirectory(atPath: root.path(folder), withIntermediateDirectories: true)
    for name in ["\(folder)/a.txt", "\(folder)/../b.txt"] {
      try Data("fine".utf8).write(to: URL(fileURLWithPath: root.path(name)))
    }
    let suite = root.path("\(folder)/x.json")
    #expect(try SuiteFolder(ofSuite: suite).text("a.txt") == "fine")
    #expect(try SuiteFolder(ofSuite: suite, allowsOutside: true).text("../b.txt") == "fine")
    #expect(throws: SuiteFileFault.hidden) {
      try SuiteFolder(ofSuite: self.suite, allowsOutside: true).text("../\(folder)/a.txt")
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
