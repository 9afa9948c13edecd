import CLibcurl

/// Whose certificates a client believes, where not those that libcurl was built to believe.
package struct Authorities: Hashable, Sendable {
  /// A file in PEM in place of libcurl's own; nil for that.
  package var file: String?
  /// A folder in OpenSSL's form in place of libcurl's own; nil for that.
  package var folder: String?
  /// All certificates in PEM, in place of any file; nil for none.
  package var bundle: [UInt8]?

  package init(file: String? = nil, folder: String? = nil, bundle: [UInt8]? = nil) {
    self.file = file
    self.folder = folder
    self.bundle = bundle
  }

  /// The file that libcurl was built to read; nil where it has none.
  package static var usualFile: String? { clibcurl_authorities_file().map { String(cString: $0) } }

  /// Whether libcurl's TLS library takes a `bundle`.
  package static var takesBundle: Bool {
    guard let easy = EasyHandle() else { return false }
    return easy.believe([UInt8(ascii: "\n")])
  }
}

extension EasyHandle {
  func believe(_ authorities: Authorities) {
    if let file = authorities.file { set(CURLOPT_CAINFO, file) }
    if let folder = authorities.folder { set(CURLOPT_CAPATH, folder) }
    if let bundle = authorities.bundle { _ = believe(bundle) }
  }

  /// False where the TLS library takes files alone.
  fileprivate func believe(_ bundle: [UInt8]) -> Bool {
    bundle.withUnsafeBytes { bytes in
      clibcurl_set_copied_blob(pointer, CURLOPT_CAINFO_BLOB, bytes.baseAddress, bytes.count) == CURLE_OK
    }
  }
}
