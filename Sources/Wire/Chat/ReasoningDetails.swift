/// What one chunk's `reasoning_details` hold: readable text, a summary, or neither.
struct ReasoningDetails {
  private(set) var text = ""
  private(set) var isSummary = false
  private(set) var isEncrypted = false

  init(_ details: JSON?) {
    guard let details else { return }
    for detail in details.elements {
      switch detail["type"]?.string {
      case "reasoning.summary":
        isSummary = true
        text += detail["summary"]?.string ?? ""
      case "reasoning.encrypted": isEncrypted = true
      default: text += detail["text"]?.string ?? ""
      }
    }
  }
}
