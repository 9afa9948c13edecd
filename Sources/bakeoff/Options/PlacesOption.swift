internal import Arguments

/// Places in a list on the command line, from 1: `3-7`, or `5` alone.
struct PlacesOption: ArgumentValue, Hashable {
  var places: ClosedRange<Int>

  init(argument: String) throws(InvalidValue) {
    let bounds = argument.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
    guard (1...2).contains(bounds.count), let lower = bounds[0], let upper = bounds[bounds.count - 1],
      lower >= 1, lower <= upper
    else { throw InvalidValue("say it as 3-7") }
    places = lower...upper
  }

  var argument: String { "\(places.lowerBound)-\(places.upperBound)" }
}
