import Benchmark

/// Files that stand beside a suite in a test alone.
struct FakeFiles: SuiteFiles {
  var contents: [String: String] = [:]

  func text(_ path: String) throws(SuiteFileFault) -> String {
    guard let text = contents[path] else { throw .unreadable("No such file or directory") }
    return text
  }

  func rows(_ path: String) throws(SuiteFileFault) -> [UInt8] { Array(try text(path).utf8) }

  func facts(_ path: String) throws(SuiteFileFault) -> FileFacts {
    FileFacts(path: path, contents: Array(try text(path).utf8))
  }
}
