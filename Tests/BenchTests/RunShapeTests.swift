import Benchmark
import Testing

@testable import Bench

@Suite struct RunShapeTests {
  @Test(arguments: [4, 32, 640, 1_000, 2_000, 10_000, 100_000])
  func `a suite and its repetitions make as many requests as were asked for`(requests: Int) throws {
    let shape = RunShape(model: "m", streams: 1, requests: requests)
    let suite = try #require(SuiteReader.read(shape.suite, path: "bench.json").suite)
    let contestants = shape.contestants(at: "here")
    #expect(suite.prompts.count * contestants.count * shape.repetitions == requests)
  }

  @Test(arguments: Workload.all)
  func `every workload can be shared among the contestants`(workload: Workload) throws {
    let shape = RunShape(requests: workload.requests)
    let suite = try #require(SuiteReader.read(shape.suite, path: "bench.json").suite)
    #expect(suite.prompts.count * 4 * shape.repetitions == workload.requests)
  }
}
