/// The models a simulator offers, and the router among the free ones.
struct Catalogue: Sendable {
  static let routerID = "openrouter/free"

  let models: [SimulatedModel]

  init(models: [SimulatedModel] = SimulatedModel.all) {
    self.models = models
  }

  subscript(id: String) -> SimulatedModel? {
    models.first { $0.id == id }
  }

  /// The router's choice among the free models that can do what is asked; nil when none can.
  func pick(for request: ChatRequest, with dice: inout Dice) -> SimulatedModel? {
    dice.pick(models.filter { $0.isFree && $0.fits(request) })
  }
}
