import Arguments
import Testing

@Suite struct ErrorMessageTests {
  @Test(arguments: [
    (["bkae"], "Unknown command 'bkae'. Did you mean 'bake'?"),
    (["help", "tsate"], "Unknown command 'tsate'. Did you mean 'taste'?"),
    (["grow", "--help"], "Unknown command 'grow'."),
    (["-n", "3", "bake"], "Unknown option '-n'."),
    (["--hlep"], "Unknown option '--hlep'. Did you mean '--help'?"),
    (["bake", "r", "--fluor", "rye"], "Unknown option '--fluor'. Did you mean '--flour'?"),
    (["bake", "r", "--fluor=rye"], "Unknown option '--fluor'. Did you mean '--flour'?"),
    (["bake", "r", "--vebrose"], "Unknown option '--vebrose'."),
    (["bake", "r", "-qx"], "Unknown option '-x'."),
    (["bake", "r", "-quiet"], "Unknown option '-quiet'. Did you mean '--quiet'?"),
    (["bake", "r", "-seed", "1"], "Unknown option '-seed'. Did you mean '--seed'?"),
    (["bake", "-help"], "Unknown option '-help'. Did you mean '--help'?"),
    (["bake", "--help=yes"], "The option '--help' takes no value, but 'yes' was given."),
    (["bake", "r", "-inf"], "Unknown option '-i'."),
    (["bake", "r", "--flour"], "Missing value for '--flour <flour>'."),
    (["bake", "r", "-n", "-q"], "Missing value for '-n <count>'."),
    (["bake", "r", "--flour", "--", "x"], "Missing value for '--flour <flour>'."),
    (["bake", "r", "--quiet=yes"], "The option '--quiet' takes no value, but 'yes' was given."),
    (["bake", "r", "--quiet="], "The option '--quiet' takes no value, but '' was given."),
    (["bake", "r", "-n", "2.5"], "The value '2.5' is invalid for '-n <count>': say it as a whole number."),
    (
      ["bake", "r", "--seed", "-1"],
      "The value '-1' is invalid for '--seed <seed>': say it as a whole number, 0 or more."
    ),
    (["bake", "r", "--heat=inf"], "The value 'inf' is invalid for '--heat <heat>': say it as a number."),
    (["bake", "r", "--loaves="], "The value '' is invalid for '--loaves <count>': say it as a whole number."),
    (
      ["bake", "r", "--rate", "20/fortnight"],
      "The value '20/fortnight' is invalid for '--rate <rate>': say it as 20/min or 6/10s."
    ),
    (
      ["bake", "r", "--format", "pdf"],
      "The value 'pdf' is invalid for '--format <format>'. Please provide one of 'markdown', 'csv' or 'html'."
    ),
    (
      ["bake", "r", "-n", "2", "--loaves", "3"],
      "The option '--loaves <count>' was given twice. Please decide for one value."
    ),
    (["bake"], "Missing expected argument '<recipe>'."),
    (["taste"], "Missing expected argument '<loaf>'."),
    (["bake", "r", "n", "x"], "Unexpected argument 'x'."),
    (["close", "a", "b"], "2 unexpected arguments: 'a', 'b'."),
    (["bake", "r", "-q", "--verbose"], "Please decide between '--quiet' and '--verbose'."),
  ])
  func `a refused line says why`(words: [String], message: String) {
    #expect(failure(words)?.error.message == message)
  }

  @Test(arguments: [
    (
      ["taste"],
      """
      Error: Missing expected argument '<loaf>'.
      Help:  <loaf>  A loaf.
      Usage: bakery taste <loaf> ...
        See 'bakery taste --help' for more information.
      """
    ),
    (
      ["grow"],
      """
      Error: Unknown command 'grow'.
      Usage: bakery <subcommand>
        See 'bakery --help' for more information.
      """
    ),
    (
      ["bake", "r", "--format=pdf"],
      """
      Error: The value 'pdf' is invalid for '--format <format>'. Please provide one of 'markdown', 'csv' or 'html'.
      Help:  --format <format>  How the result is written. (values: markdown, csv, html; default: markdown)
      Usage: bakery bake <recipe> [<notes>] [--flour <flour> ...] [--loaves <count>]
             [--seed <seed>] [--heat <heat>] [--rate <rate>] [--no-steam] [--quiet]
             [--format <format>]
        See 'bakery bake --help' for more information.
      """
    ),
  ])
  func `the help of the argument and the usage stand below`(words: [String], text: String) {
    #expect(failure(words)?.text == text)
  }

  private func failure(_ words: [String]) -> UsageFailure? {
    guard case .failure(let failure) = bakery.parse(words) else { return nil }
    return failure
  }
}
