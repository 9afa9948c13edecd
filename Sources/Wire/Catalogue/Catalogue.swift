/// The list of models that an endpoint offers.
package enum Catalogue {
  /// Reads `{"data": [{"id": …}]}` of OpenRouter and OpenAI, `{"models": […]}` of Ollama, or a bare list.
  ///
  /// An entry that cannot be read is left out: it must not cost the others.
  package static func read(_ body: [UInt8]) throws(UnreadableBody) -> [CatalogueModel] {
    let root = try UnreadableBody.parse(body)
    guard let list = [root["data"], root["models"], root].lazy.compactMap({ $0 }).first(where: \.isArray) else {
      throw UnreadableBody(expected: "a list of models", in: root)
    }
    return list.elements.compactMap { CatalogueModel($0) }
  }
}
