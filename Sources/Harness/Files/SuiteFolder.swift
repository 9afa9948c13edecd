package import Benchmark
internal import Synchronization

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

/// The folder that a suite stands in: what the suite names is read from there and, unless a person allows it, from
/// nowhere else.
///
/// With leave or without, no hidden file is read, none of the system's own, and none that holds a secret.
///
/// Each text and each hash is read once, so that all prompts that share a file say the same.
package final class SuiteFolder: SuiteFiles {
  package static let longestText = 1 << 20
  package static let longestRows = 256 << 20
  package static let largestAttachment = 20 << 20

  package let path: String
  private let allowsOutside: Bool
  private let secrets: KeySearch
  private let texts = Mutex<[String: String]>([:])
  private let rows = Mutex<[String: [UInt8]]>([:])
  /// The files whose text or rows were taken in.
  private let read = Mutex<[String: FileFacts]>([:])
  private let known = Mutex<[String: FileFacts]>([:])

  /// `secrets` are what no file may hold.
  package init(ofSuite suite: String, allowsOutside: Bool = false, secrets: [String] = []) {
    let folder = suite.lastIndex(of: "/").map { String(suite[...$0]) } ?? "."
    path = folder
    self.allowsOutside = allowsOutside
    self.secrets = KeySearch(secrets)
  }

  package func text(_ path: String) throws(SuiteFileFault) -> String {
    if let text = texts.withLock({ $0[path] }) { return text }
    let bytes = try contents(of: path, limit: SuiteFolder.longestText)
    guard let text = String(validating: bytes, as: UTF8.self) else { throw .notUTF8 }
    texts.withLock { $0[path] = text }
    read.withLock { $0[path] = FileFacts(path: path, contents: bytes) }
    return text
  }

  package func rows(_ path: String) throws(SuiteFileFault) -> [UInt8] {
    if let bytes = rows.withLock({ $0[path] }) { return bytes }
    let bytes = try contents(of: path, limit: SuiteFolder.longestRows)
    rows.withLock { $0[path] = bytes }
    read.withLock { $0[path] = FileFacts(path: path, contents: bytes) }
    return bytes
  }

  /// The files whose text or rows were taken in, by path.
  package var filesRead: [FileFacts] {
    read.withLock { Array($0.values) }.sorted { $0.path < $1.path }
  }

  package func facts(_ path: String) throws(SuiteFileFault) -> FileFacts {
    if let facts = known.withLock({ $0[path] }) { return facts }
    let facts = FileFacts(path: path, contents: try contents(of: path, limit: SuiteFolder.largestAttachment))
    known.withLock { $0[path] = facts }
    return facts
  }

  /// A file's bytes, which must still be those that its facts tell of.
  ///
  /// - Throws: `AttachmentFault`.
  func data(of facts: FileFacts) throws(AttachmentFault) -> [UInt8] {
    do throws(SuiteFileFault) {
      let bytes = try contents(of: facts.path, limit: SuiteFolder.largestAttachment)
      if FileFacts(path: facts.path, contents: bytes) == facts { return bytes }
    } catch {
      throw AttachmentFault("The file \(facts.path.quotedExcerpt()) \(error.message)")
    }
    throw AttachmentFault(
      "The file \(facts.path.quotedExcerpt()) is no longer the one that the run began with (SHA-256 "
        + "\(facts.sha256.prefix(12))…): put it back, or begin a new run.")
  }

  /// Finds out before anything is sent that an attachment is gone or is another one.
  ///
  /// - Throws: `AttachmentFault`.
  package func verify(_ attachments: some Sequence<Attachment>) throws(AttachmentFault) {
    var seen: Set<FileFacts> = []
    for attachment in attachments {
      if case .file(let facts) = attachment.place, seen.insert(facts).inserted { _ = try data(of: facts) }
    }
  }

  /// Without its NULs, UTF-16 and UTF-32 write a key as UTF-8 does.
  private func holdsSecret(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer(secrets.finds)
      || bytes.contains(0) && bytes.filter { $0 != 0 }.withUnsafeBufferPointer(secrets.finds)
  }

  private func contents(of path: String, limit: Int) throws(SuiteFileFault) -> [UInt8] {
    if path.isEmpty { throw .unreadable("it has no name") }
    // The system would take what stands before it for the whole.
    if path.utf8.contains(0) { throw .unreadable("its name holds a NUL") }
    if SuiteFilePlace.isHidden(path) { throw .hidden }
    do {
      let descriptor = try allowsOutside ? opened(path) : openedInside(path)
      defer { close(descriptor) }
      try SuiteFilePlace.check(descriptor, named: path, ofSuiteIn: self.path)
      let bytes = try readAll(of: descriptor, path, limit: limit)
      if SuiteFilePlace.isMadeUp(descriptor, bytes) { throw SuiteFileFault.noOrdinaryFile }
      if holdsSecret(bytes) { throw SuiteFileFault.secret }
      return bytes
    } catch let fault as SuiteFileFault {
      throw fault
    } catch let error as FileError {
      throw error.code == EFBIG ? .tooLarge(most: limit) : .unreadable(error.reason)
    } catch {
      throw .unreadable("\(error)")
    }
  }
}

// MARK: - Opening

extension SuiteFolder {
  private static let flags = O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY

  private func opened(_ file: String) throws -> Int32 {
    try checked(open(file.hasPrefix("/") ? file : "\(path)/\(file)", SuiteFolder.flags), file)
  }

  /// Walks down from the folder, a name at a time, and follows no link: nothing can be exchanged on the way.
  private func openedInside(_ file: String) throws -> Int32 {
    let names = file.split(separator: "/").map(String.init)
    guard !file.hasPrefix("/"), !names.contains(".."), let last = names.last else { throw SuiteFileFault.outside }
    var folder = try checked(open(path, SuiteFolder.flags | O_DIRECTORY), file)
    defer { close(folder) }
    for name in names.dropLast() {
      let next = try descend(from: folder, to: name, O_DIRECTORY, file)
      close(folder)
      folder = next
    }
    return try descend(from: folder, to: last, 0, file)
  }

  private func descend(from folder: Int32, to name: String, _ flag: Int32, _ file: String) throws -> Int32 {
    let descriptor = openat(folder, name, SuiteFolder.flags | O_NOFOLLOW | flag)
    if descriptor >= 0 { return descriptor }
    let error = FileError.last("read", file)
    var status = stat()
    let isLink = fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 && status.st_mode & S_IFMT == S_IFLNK
    throw isLink ? SuiteFileFault.outside as any Error : error
  }

  private func checked(_ descriptor: Int32, _ file: String) throws -> Int32 {
    guard descriptor >= 0 else { throw FileError.last("read", file) }
    return descriptor
  }
}

/// Why an attachment cannot be sent, as a whole sentence.
package struct AttachmentFault: Error, Hashable, CustomStringConvertible {
  package let description: String

  init(_ description: String) {
    self.description = description
  }
}
