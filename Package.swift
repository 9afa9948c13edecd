// swift-tools-version: 6.3
import PackageDescription

let strict: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
]

/// A module of the product; what it may import is the architecture.
func module(_ name: String, uses dependencies: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(of name: String, uses dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: ["Support"] + dependencies, swiftSettings: strict)
}

let package = Package(
  name: "bakeoff",
  platforms: [.macOS(.v15)],
  products: [
    .executable(name: "bakeoff", targets: ["bakeoff"]),
    // For `make bench` alone; nothing of it is installed.
    .executable(name: "bakeoff-bench", targets: ["Bench"]),
  ],
  targets: [
    .systemLibrary(name: "CLibcurl"),
    .systemLibrary(name: "CSQLite"),
    .systemLibrary(name: "CPoll"),
    .systemLibrary(name: "CProcess"),
    .systemLibrary(name: "CSignal"),
    module("Benchmark"),
    module("Wire", uses: ["Benchmark"]),
    module("Transport", uses: ["CLibcurl"]),
    module("Harness", uses: ["Benchmark", "Wire", "Transport", "CSignal", "CSQLite"]),
    module("Reporting", uses: ["Benchmark"]),
    module("Importing", uses: ["Benchmark"]),
    module("Simulator", uses: ["CPoll"]),
    module("Arguments"),
    .executableTarget(
      name: "bakeoff",
      dependencies: [
        "Arguments", "Benchmark", "CProcess", "CSignal", "Harness", "Importing", "Reporting", "Simulator", "Transport",
        "Wire",
      ],
      // In the binary itself, not in a bundle beside it; two are links to what stands in suites.
      resources: ["starter.json", "suite.schema.json", "bakeoff.yml"].map { .embedInCode("Embedded/\($0)") },
      swiftSettings: strict),
    .executableTarget(
      name: "Bench", dependencies: ["Arguments", "Benchmark", "Harness", "Reporting", "Simulator", "Transport"],
      swiftSettings: strict),

    .target(name: "Support", path: "Tests/Support", swiftSettings: strict),
    tests(of: "BenchmarkTests", uses: ["Benchmark"]),
    tests(of: "WireTests", uses: ["Benchmark", "Wire"]),
    tests(of: "TransportTests", uses: ["Transport"]),
    tests(of: "HarnessTests", uses: ["Benchmark", "Harness", "Reporting", "Simulator", "Transport", "Wire"]),
    tests(of: "ReportingTests", uses: ["Benchmark", "Reporting"]),
    tests(of: "ImportingTests", uses: ["Benchmark", "Importing"]),
    tests(of: "SimulatorTests", uses: ["Benchmark", "Simulator"]),
    tests(of: "ArgumentsTests", uses: ["Arguments"]),
    tests(of: "BenchTests", uses: ["Bench", "Benchmark", "Harness", "Transport"]),
    // With SQLite, to let a day pass in a ledger's file.
    tests(of: "BakeoffTests", uses: ["bakeoff", "Benchmark", "CSQLite", "Harness", "Simulator"]),
    tests(of: "FaultTests", uses: ["bakeoff", "Benchmark", "Harness", "Simulator"]),
  ],
  swiftLanguageModes: [.v6]
)

// What the benchmark measures against, in C. It waits with epoll, so elsewhere there is nothing to build.
#if os(Linux)
  package.targets += [.executableTarget(name: "ReferenceServer"), .executableTarget(name: "FloorClient")]
#endif
