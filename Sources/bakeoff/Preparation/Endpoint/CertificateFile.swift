internal import Benchmark
internal import Harness

#if canImport(FoundationEssentials)
  internal import FoundationEssentials
#else
  internal import Foundation
#endif

/// A file of certificates in PEM (RFC 7468).
struct CertificateFile: Sendable {
  private static let largest = 16 << 20

  let contents: [UInt8]
  let record: AuthorityRecord

  /// `source` is the option or the variable that names it.
  ///
  /// - Throws: `Failure` where it cannot be read or holds no certificate.
  init(_ path: String, namedBy source: String) throws {
    do {
      contents = try FileSystem.read(path, limit: CertificateFile.largest)
    } catch let error as FileError {
      throw Failure(.badData, "The certificates of \(source), \(path), cannot be read: \(error.reason).")
    }
    guard CertificateFile.holdCertificate(contents) else {
      let isBinary = contents.first == 0x30
      throw Failure(
        .badData,
        "The file \(path) of \(source) holds no certificate in PEM ('-----BEGIN CERTIFICATE-----')."
          + (isBinary ? " Convert it: openssl x509 -inform der -in FILE -out FILE.pem" : ""))
    }
    record = AuthorityRecord(source: source, path: path, sha256: SHA256.hex(contents))
  }

  /// Whether one block at least holds what begins like a certificate, a sequence in DER.
  private static func holdCertificate(_ bytes: [UInt8]) -> Bool {
    let block = #/-----BEGIN (?:TRUSTED |X509 )?CERTIFICATE-----([A-Za-z0-9+/=\s]+)-----END /#
    return String(decoding: bytes, as: UTF8.self).matches(of: block).contains { block in
      Data(base64Encoded: String(block.1.filter { !$0.isWhitespace }))?.first == 0x30
    }
  }
}
