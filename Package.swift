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
  products: [.executable(name: "bakeoff", targets: ["bakeoff"])],
  targets: [
    .systemLibrary(name: "CLibcurl"),
    module("Benchmark"),
    module("Wire"),
    module("Transport", uses: ["CLibcurl"]),
    module("Harness", uses: ["Benchmark", "Wire", "Transport"]),
    module("Reporting", uses: ["Benchmark"]),
    module("Simulator"),
    module("Arguments"),
    .executableTarget(
      name: "bakeoff",
      dependencies: ["Arguments", "Benchmark", "Harness", "Reporting", "Simulator", "Transport", "Wire"],
      swiftSettings: strict),

    .target(name: "Support", path: "Tests/Support", swiftSettings: strict),
    tests(of: "BenchmarkTests", uses: ["Benchmark"]),
    tests(of: "WireTests", uses: ["Wire"]),
    tests(of: "TransportTests", uses: ["Transport"]),
    tests(of: "HarnessTests", uses: ["Benchmark", "Harness", "Transport", "Wire"]),
    tests(of: "ReportingTests", uses: ["Benchmark", "Reporting"]),
    tests(of: "SimulatorTests", uses: ["Simulator"]),
    tests(of: "ArgumentsTests", uses: ["Arguments"]),
    tests(of: "BakeoffTests", uses: ["bakeoff", "Harness", "Simulator"]),
  ],
  swiftLanguageModes: [.v6]
)
