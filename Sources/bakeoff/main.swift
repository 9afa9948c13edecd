internal import Arguments
internal import Benchmark

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

let context = Context.system()
let words = Array(CommandLine.arguments.dropFirst())
let status = await Program.answer(words, in: context)
exit(status.rawValue)
