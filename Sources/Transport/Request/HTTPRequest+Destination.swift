import CLibcurl

extension HTTPRequest {
  /// Where to send it; throws where it cannot be sent as it is.
  ///
  /// The messages repeat neither URL nor value: both may hold secrets.
  func destination() throws(TransportFailure) -> Destination {
    if let defect = headers.lazy.compactMap(\.defect).first {
      throw TransportFailure(
        kind: .malformed, curlCode: Int(CURLE_BAD_FUNCTION_ARGUMENT.rawValue), message: defect)
    }
    guard let destination = Destination(url) else {
      throw TransportFailure(
        kind: .malformed, curlCode: Int(CURLE_URL_MALFORMAT.rawValue),
        message: "the URL is not a well-formed http or https URL")
    }
    return destination
  }
}
