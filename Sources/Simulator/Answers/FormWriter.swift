/// Fills in the form that a response format prescribes.
struct FormWriter {
  let schema: JSON
  let chat: ChatRequest
  let model: SimulatedModel

  /// JSON that fits the schema, as often as the model keeps to it.
  func text(with dice: inout Dice) -> String {
    var filler = SchemaFiller(root: schema, hints: Hints(in: chat), dice: dice)
    let value = filler.value()
    dice = filler.dice
    let form = dice.chance(model.formats.fit) ? value : Self.spoilt(value)
    return String(decoding: form.bytes, as: UTF8.self)
  }

  /// The same with its last field missing, and what is no object as the text of itself.
  private static func spoilt(_ value: JSON) -> JSON {
    switch value {
    case .object(let fields): .object(fields.dropLast())
    case .string: .null
    default: .string(value.words)
    }
  }
}
