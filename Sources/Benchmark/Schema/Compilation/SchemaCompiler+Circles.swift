extension SchemaCompiler {
  /// Reports every schema that leads back to itself without going into the value: testing it would never end.
  mutating func reportCircles(among nodes: [SchemaNode]) {
    var states = Array(repeating: State.unseen, count: nodes.count)
    for start in nodes.indices where states[start] == .unseen {
      // A way with what is left to try at each of its nodes; no schema can exhaust the thread's stack.
      var way = [(node: start, rest: nodes[start].inPlace[...])]
      states[start] = .onTheWay
      while let last = way.indices.last {
        guard let next = way[last].rest.popFirst() else {
          states[way.removeLast().node] = .done
          continue
        }
        switch states[next] {
        case .unseen:
          states[next] = .onTheWay
          way.append((next, nodes[next].inPlace[...]))
        case .onTheWay: report(circleThrough: way[last].node, backTo: next)
        case .done: break
        }
      }
    }
  }

  private mutating func report(circleThrough node: Int, backTo first: Int) {
    let target = places[first].location
    report(
      "this leads back to \(target) without going into the value, and would never end; "
        + "put a keyword between them that does, such as \"properties\" or \"items\"", at: places[node])
  }

  private enum State {
    case unseen, onTheWay, done
  }
}

extension SchemaNode {
  fileprivate var inPlace: [Int] { demands.flatMap(\.inPlace) }
}
