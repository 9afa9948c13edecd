/// The content of one cell: text from outside may need disarming, a number never does.
enum CSVCell {
  case text(String?)
  case number(Double?)
  case integer(Int?)
  case flag(Bool?)

  func rendered(raw: Bool) -> String {
    switch self {
    case .text(let text): CSVText.quoted(raw ? text ?? "" : CSVText.disarmed(text ?? ""))
    case .number(let value): value.map(Figure.exact) ?? ""
    case .integer(let value): value.map(String.init) ?? ""
    case .flag(let value): value.map { $0 ? "true" : "false" } ?? ""
    }
  }
}
