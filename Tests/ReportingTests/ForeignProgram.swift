import Foundation
import Support
import Testing

/// A program that is not ours and reads what we write.
struct ForeignProgram {
  let path: String
  /// Where to get it on Linux.
  let package: String
  let arguments: [String]

  static let commonMark = ForeignProgram(
    path: "/usr/bin/cmark-gfm", package: "cmark-gfm",
    arguments: ["-e", "table", "-e", "strikethrough", "-e", "autolink", "-t", "xml"])

  static func python(_ script: String) -> ForeignProgram {
    ForeignProgram(path: "/usr/bin/python3", package: "python3", arguments: ["-c", script])
  }

  /// What it writes when it reads this; nil, on macOS only, when it is not there.
  func output(reading input: String) throws -> Data? {
    guard FileManager.default.isExecutableFile(atPath: path) else {
      try reportMissing()
      return nil
    }
    // Files, not pipes: a long report would fill both pipes and wait for ever.
    let folder = FileManager.default.temporaryDirectory.appending(path: "bakeoff-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let (source, result) = (folder.appending(path: "in"), folder.appending(path: "out"))
    try Data(input.utf8).write(to: source)
    try Data().write(to: result)
    let process = Process()
    process.executableURL = URL(filePath: path)
    process.arguments = arguments
    process.standardInput = try FileHandle(forReadingFrom: source)
    process.standardOutput = try FileHandle(forWritingTo: result)
    try process.start()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0, "\(path) failed")
    return try Data(contentsOf: result)
  }

  private func reportMissing() throws {
    #if os(macOS)
      print("Skipped: \(path) is not installed.")
    #else
      Issue.record("\(path) is missing: install the Debian package \(package).")
    #endif
  }
}
