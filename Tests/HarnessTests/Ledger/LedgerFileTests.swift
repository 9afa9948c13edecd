import Benchmark
import Foundation
import Harness
import Support
import Testing

/// The file: whose it is, what is not in it, and what happens when it is not what it should be.
@Suite(.timeLimit(.minutes(5))) struct LedgerFileTests {
  let bench = LedgerBench()

  private func failure() throws -> LedgerFailure {
    try #require(throws: LedgerFailure.self) { try bench.open() }
  }

  private func write(_ bytes: Data) throws {
    try bytes.write(to: URL(fileURLWithPath: bench.file))
  }

  @Test func `a file that is no ledger is refused in a sentence and left as it is`() throws {
    let text = Data(String(repeating: "not a ledger ", count: 100).utf8)
    try write(text)
    #expect(
      try failure().description == "The ledger \(bench.file) cannot be read: file is not a database. "
        + "Move it away to begin a new one, name another with '--ledger FILE', "
        + "or give '--ledger off' to count for this run alone.")
    #expect(try Data(contentsOf: URL(fileURLWithPath: bench.file)) == text)
  }

  @Test func `a ledger of a later version is refused in a sentence and left as it is`() async throws {
    _ = try await bench.open().book(.made())
    var bytes = try Data(contentsOf: URL(fileURLWithPath: bench.file))
    bytes[63] = 9
    try write(bytes)
    #expect(
      try failure().description == "The ledger \(bench.file) was written by a newer bakeoff: its format is 9, "
        + "this one knows 1. Use the newer one, name another ledger with '--ledger FILE', "
        + "or give '--ledger off' to count for this run alone.")
    #expect(try Data(contentsOf: URL(fileURLWithPath: bench.file)) == bytes)
  }

  @Test func `another program's database is not taken for a ledger`() async throws {
    _ = try await bench.open().book(.made())
    var bytes = try Data(contentsOf: URL(fileURLWithPath: bench.file))
    bytes.replaceSubrange(68..<72, with: [0, 0, 0, 1])
    try write(bytes)
    #expect(try failure().description.contains("cannot be read: it is another program's database."))
  }

  @Test func `a ledger whose pages are damaged is told when they are met`() async throws {
    _ = try await bench.open().book(.made())
    var bytes = try Data(contentsOf: URL(fileURLWithPath: bench.file))
    bytes.replaceSubrange(200..<4096, with: repeatElement(0xFF, count: 3_896))
    try write(bytes)
    let failure = try await #require(throws: LedgerFailure.self) { try await bench.open().book(.made()) }
    #expect(failure.kind == .damaged)
  }

  @Test func `a folder that is not there is no place for a ledger`() throws {
    let path = bench.folder.path("none/ledger.sqlite")
    let failure = try #require(throws: LedgerFailure.self) { try Ledger(path) { [bench] in bench.now } }
    #expect(
      failure.description == "The ledger \(path) cannot be used: No such file or directory. "
        + "Name another with '--ledger FILE', or give '--ledger off' to count for this run alone.")
  }

  @Test func `an empty file becomes a ledger`() async throws {
    try write(Data())
    #expect(try await bench.open().book(.made()) == .booked)
  }

  @Test func `the file is its owner's alone, and so is the folder`() async throws {
    let ledger = try bench.open()
    _ = try await ledger.book(.made())
    for name in try FileManager.default.contentsOfDirectory(atPath: bench.folder.path) {
      #expect(try mode(bench.folder.path(name)) == 0o600)
    }
    let home = ["HOME": bench.folder.path]
    try DataFile.ledger.prepareFolder(of: bench.folder.path("mine/ledger.sqlite"), environment: home)
    #expect(!FileManager.default.fileExists(atPath: bench.folder.path(".local")))
    let path = try #require(DataFile.ledger.path(named: nil, environment: home))
    try DataFile.ledger.prepareFolder(of: path, environment: home)
    #expect(try mode(bench.folder.path(".local/state/bakeoff")) == 0o700)
  }

  private func mode(_ path: String) throws -> Int? {
    try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
  }

  @Test func `the key is not in the file, its fingerprint is`() async throws {
    let text = "sk-or-v1-0123456789abcdef"
    let account = Account(origin: .openRouter, name: nil, key: APIKey(text))
    #expect(account.name == "key 8028e89c")
    _ = try await bench.open().book(BookingRequest(account: account, run: "run", rate: nil))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: bench.file))
    #expect(bytes.range(of: Data("key 8028e89c".utf8)) != nil)
    #expect(bytes.range(of: Data("0123456789abcdef".utf8)) == nil)
  }

  @Test(
    arguments: [
      (named: nil, environment: ["HOME": "/home/a"], path: "/home/a/.local/state/bakeoff/ledger.sqlite"),
      (nil, ["HOME": "/home/a", "XDG_STATE_HOME": "/state"], "/state/bakeoff/ledger.sqlite"),
      (nil, ["HOME": "/home/a", "XDG_STATE_HOME": "state"], "/home/a/.local/state/bakeoff/ledger.sqlite"),
      (nil, ["HOME": "/home/a", "BAKEOFF_LEDGER": "here.db"], "here.db"),
      ("there.db", ["BAKEOFF_LEDGER": "here.db"], "there.db"),
      (nil, ["HOME": ""], nil), (nil, [:], nil),
    ] as [(String?, [String: String], String?)])
  func `the ledger is where a person or the custom says`(named: String?, environment: [String: String], path: String?) {
    #expect(DataFile.ledger.path(named: named, environment: environment) == path)
  }
}
