import Foundation
import Harness
import Support
import Testing

@Suite struct FileTests {
  let folder = TemporaryFolder()

  #if os(Linux)
    @Test func `a full device is an error and no trap`() {
      #expect(throws: FileError("write", "/dev/full", code: ENOSPC)) {
        try AtomicFile.write("x", to: "/dev/full", token: "t")
      }
      #expect(
        FileError("write", "/dev/full", code: ENOSPC).description == "cannot write /dev/full: No space left on device")
    }
  #endif

  @Test func `a pipe with a name keeps nobody waiting, and one of a shell is read`() throws {
    let path = folder.path("pipe.json")
    #expect(mkfifo(path, 0o600) == 0)
    let error = #expect(throws: FileError.self) { try FileSystem.read(path) }
    #expect(error?.description == "cannot read \(path): Is a pipe; write what comes out of it to a file")
    let pipe = Pipe()
    try pipe.fileHandleForWriting.write(contentsOf: Data("{}".utf8))
    try pipe.fileHandleForWriting.close()
    #expect(try FileSystem.read("/dev/fd/\(pipe.fileHandleForReading.fileDescriptor)") == Array("{}".utf8))
  }

  @Test func `a folder that is not there is named`() {
    let path = folder.path("missing/report.md")
    #expect(throws: FileError("write", path, code: ENOENT)) {
      try AtomicFile.write("", to: path, token: "t")
    }
  }

  @Test func `a failed write leaves the old file and no temporary one`() throws {
    try FileManager.default.createDirectory(atPath: folder.path("report.md"), withIntermediateDirectories: false)
    #expect(throws: FileError.self) { try AtomicFile.write("x", to: folder.path("report.md"), token: "t") }
    #expect(FileSystem.names(in: folder.path) == ["report.md"])
  }

  @Test func `what fails while it is written leaves the old file and no temporary one`() throws {
    struct Broken: Error {}
    let path = folder.path("report.md")
    try AtomicFile.write("old", to: path, token: "t")
    #expect(throws: Broken.self) {
      try AtomicFile.write(to: path, token: "t") { write in
        try write(Array("half of".utf8))
        throw Broken()
      }
    }
    #expect(try folder.text("report.md") == "old")
    #expect(FileSystem.names(in: folder.path) == ["report.md"])
  }

  @Test func `pieces stand one behind the other`() throws {
    try AtomicFile.write(to: folder.path("report.md"), token: "t") { write in
      for piece in ["a", "", "bc"] { try write(Array(piece.utf8)) }
    }
    #expect(try folder.text("report.md") == "abc")
  }

  @Test func `a report replaces its file in one step and keeps its mode`() throws {
    let path = folder.path("report.md")
    try AtomicFile.write("old", to: path, token: "t")
    try FileManager.default.setAttributes([.posixPermissions: 0o640], ofItemAtPath: path)
    try AtomicFile.write("new", to: path, token: "t")
    #expect(try folder.text("report.md") == "new")
    #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o640)
    #expect(FileSystem.names(in: folder.path) == ["report.md"])
  }

  @Test func `a link is followed: what it points to is replaced`() throws {
    try FileManager.default.createSymbolicLink(
      atPath: folder.path("link.md"), withDestinationPath: folder.path("to.md"))
    try AtomicFile.write("a", to: folder.path("to.md"), token: "t")
    try AtomicFile.write("b", to: folder.path("link.md"), token: "t")
    #expect(try folder.text("to.md") == "b")
  }

  @Test func `a link to nothing is followed as well: what it points to is made`() throws {
    let manager = FileManager.default
    try manager.createDirectory(atPath: folder.path("out"), withIntermediateDirectories: false)
    try manager.createSymbolicLink(atPath: folder.path("first.md"), withDestinationPath: "out/second.md")
    try manager.createSymbolicLink(atPath: folder.path("out/second.md"), withDestinationPath: "third.md")
    #expect(AtomicFile.obstacle(to: folder.path("first.md")) == nil)
    try AtomicFile.write("a", to: folder.path("first.md"), token: "t")
    #expect(try folder.text("out/third.md") == "a")
    #expect(try manager.destinationOfSymbolicLink(atPath: folder.path("first.md")) == "out/second.md")
    #expect(Set(FileSystem.names(in: folder.path("out"))) == ["second.md", "third.md"])
    try manager.createSymbolicLink(atPath: folder.path("round.md"), withDestinationPath: "round.md")
    let error = #expect(throws: FileError.self) { try AtomicFile.write("", to: folder.path("round.md"), token: "t") }
    #expect(error?.code == ELOOP)
    #expect(AtomicFile.obstacle(to: folder.path("round.md")) == error?.reason)
  }

  @Test func `a pipe that nobody reads keeps nobody waiting, and one that somebody reads is written`() throws {
    let path = folder.path("report.md")
    #expect(mkfifo(path, 0o600) == 0)
    let error = #expect(throws: FileError.self) { try AtomicFile.write("x", to: path, token: "t") }
    #expect(error?.description == "cannot open \(path): Is a pipe that nobody reads; begin to read it first")
    let reader = open(path, O_RDONLY | O_NONBLOCK)
    defer { close(reader) }
    try AtomicFile.write("xyz", to: path, token: "t")
    var bytes = [UInt8](repeating: 0, count: 8)
    #expect(read(reader, &bytes, 8) == 3)
  }

  @Test func `what killed processes left beside a report is swept, and nothing else`() throws {
    let old = ["report.md.1f2e.tmp", "report.md.x.tmp", "report.md.tmp", "other.md.1f2e.tmp", "report.md.ffff.tmp"]
    for name in old { try age(name) }
    try Data().write(to: URL(filePath: folder.path("report.md.abcd.tmp")))
    let writer = open(folder.path("report.md.ffff.tmp"), O_RDWR)
    defer { close(writer) }
    #expect(flock(writer, LOCK_EX | LOCK_NB) == 0)
    try AtomicFile.write("new", to: folder.path("report.md"), token: "1")
    let left = Set(old).union(["report.md", "report.md.abcd.tmp"]).subtracting(["report.md.1f2e.tmp"])
    #expect(Set(FileSystem.names(in: folder.path)) == left)
  }

  /// Makes a file that was written an hour ago.
  private func age(_ name: String) throws {
    try Data("x".utf8).write(to: URL(filePath: folder.path(name)))
    try FileManager.default.setAttributes(
      [.modificationDate: Date(timeIntervalSinceNow: -3600)], ofItemAtPath: folder.path(name))
  }

  @Test func `a folder that cannot be made is told in the system's words for that`() throws {
    // A name that is too long is no folder that is missing.
    let long = String(repeating: "x", count: 300)
    #expect(throws: FileError("create", folder.path(long), code: ENAMETOOLONG)) {
      try FileSystem.createFolders(folder.path("\(long)/reports"))
    }
    #if os(Linux)
      // What the system of devices does not allow is said to be missing, asked for its kind.
      let error = #expect(throws: FileError.self) { try FileSystem.createFolders("/sys/bakeoff/reports") }
      #expect([EPERM, EROFS, EACCES].contains(error?.code))
    #endif
  }

  @Test func `who has taken a file is told by number, and nobody by none`() throws {
    let path = folder.path("run.jsonl")
    let file = try OpenFile.create(path, mode: 0o600)
    let isTaken = file.lock()
    #expect(isTaken)
    // A process does not see its own.
    #expect(OpenFile.holder(of: path) == nil)
    #expect(OpenFile.holder(of: folder.path("none")) == nil)
  }

  @Test func `a run's folder is new, private, and named without a colon`() throws {
    var digits: [UInt16] = [0x4F2A, 0x4F2A, 0x1]
    let random = { digits.removeFirst() }
    let root = folder.path("a/reports")
    let first = try RunFolder.create(below: root, time: "20261120T031500Z", suite: "My: Suite/../x", random: random)
    let second = try RunFolder.create(below: root, time: "20261120T031500Z", suite: "My: Suite/../x", random: random)
    #expect(first.id == "20261120T031500Z-my-suite-x-4f2a")
    #expect(second.id == "20261120T031500Z-my-suite-x-0001")
    #expect(try FileManager.default.attributesOfItem(atPath: first.path)[.posixPermissions] as? Int == 0o700)
  }

  @Test(
    arguments: [
      ("日本語の評価", "日本語の評価"), ("हिन्दी परीक्षा", "हिन्दी-परीक्षा"), ("Ünïcode", "ünïcode"), ("🙂🙂", "suite"), ("", "suite"),
      ("../../etc", "etc"), ("a\u{202E}b\u{0}c", "a-b-c"),
      (String(repeating: "x", count: 60), String(repeating: "x", count: 40)),
      (String(repeating: "語", count: 60), String(repeating: "語", count: 40)),
    ])
  func `a suite's name in any script is a part of a folder's name`(suite: String, part: String) throws {
    let run = try RunFolder.create(below: folder.path("r"), time: "20261120T031500Z", suite: suite, random: { 1 })
    #expect(run.id == "20261120T031500Z-\(part)-0001")
  }

  @Test func `a run is found as latest, by folder, by journal and by name`() throws {
    for name in ["20261120T031500Z-a-0001", "20261121T031500Z-b-0001", "20261122T031500Z-empty-0001", "zebra"] {
      try FileManager.default.createDirectory(atPath: folder.path(name), withIntermediateDirectories: true)
      if !name.contains("empty") { try Data().write(to: URL(fileURLWithPath: folder.path("\(name)/run.jsonl"))) }
    }
    let newest = RunFolder(path: folder.path("20261121T031500Z-b-0001"))
    #expect(RunFolder.find("latest", below: folder.path) == newest)
    for name in [newest.path, newest.journal, newest.id] {
      #expect(RunFolder.find(name, below: folder.path) == newest)
    }
    try FileManager.default.copyItem(atPath: newest.journal, toPath: folder.path("moved.jsonl"))
    #expect(RunFolder.find(folder.path("moved.jsonl"), below: "x")?.journal == folder.path("moved.jsonl"))
    #expect(RunFolder.find("nothing", below: folder.path) == nil)
    #expect(RunFolder.find("latest", below: folder.path("none")) == nil)
  }
}

extension AtomicFile {
  static func write(_ text: String, to path: String, token: String) throws {
    try write(to: path, token: token) { try $0(Array(text.utf8)) }
  }
}
