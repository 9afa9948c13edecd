internal import Arguments
internal import Benchmark

#if canImport(Glibc)
  internal import Glibc
#else
  internal import Darwin
#endif

ProcessMemory.hide()
StandardStreams.fill()
let signals = CaughtSignals.begin()
var context = Context.system()
context.words = Array(CommandLine.arguments.dropFirst())
let status = await Program.answer(context.words, in: context, heeding: signals)
// Everything is written by now. exit(3) would clean libraries up under the transport's thread, which may still be ending.
_exit(status.rawValue)
