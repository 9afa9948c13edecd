/// Something wrong in a suite file, with its place.
package struct SuiteProblem: Hashable, Sendable {
  /// Of the file, as it was given.
  package let file: String
  package let place: SourcePlace
  /// The way to the value from the top (`prompts[2].checks[0].type`); empty when it is the whole file.
  package let path: String
  package let fault: SuiteFault
}

extension SuiteProblem: CustomStringConvertible {
  /// One line, as compilers write it: `suites/x.json:12:7: prompts[2].id: …`.
  package var description: String {
    let location = "\(file.excerpt(400)):\(place.line):\(place.column): "
    return location + (path.isEmpty ? "" : "\(path): ") + fault.message
  }
}
