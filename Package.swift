// swift-tools-version: 6.2
// SPDX-License-Identifier: GPL-3.0-or-later

import PackageDescription

let package = Package(
  name: "stikstof",
  products: [
    .executable(name: "stikstof", targets: ["stikstof"]),
    .library(name: "NitrogenCore", targets: ["NitrogenCore"]),
    .library(name: "NumericMethods", targets: ["NumericMethods"]),
    .library(name: "TrendFitting", targets: ["TrendFitting"]),
    .library(name: "NitrogenGeography", targets: ["NitrogenGeography"]),
    .library(name: "NitrogenData", targets: ["NitrogenData"]),
    .library(name: "NitrogenAssessment", targets: ["NitrogenAssessment"]),
    .library(name: "NitrogenReports", targets: ["NitrogenReports"]),
    .library(name: "NitrogenWords", targets: ["NitrogenWords"]),
    .library(name: "NitrogenFigures", targets: ["NitrogenFigures"]),
    .library(name: "NitrogenPages", targets: ["NitrogenPages"]),
    .library(name: "ExchangeFiles", targets: ["ExchangeFiles"]),
    .library(name: "NitrogenRuns", targets: ["NitrogenRuns"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/apple/swift-numerics", exact: "1.1.1"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", exact: "6.2.2"),
    // Only tests use it: the server that stands in for the outline service.
    .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
  ],
  targets: [
    .systemLibrary(name: "CGSL", pkgConfig: "gsl", providers: [.apt(["libgsl-dev"])]),
    .systemLibrary(name: "CGDAL", pkgConfig: "gdal", providers: [.apt(["libgdal-dev"])]),
    .systemLibrary(name: "CXML", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CXlsx", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    // Only tests use it: the oracle that our own geometry is held against.
    .systemLibrary(name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),
    .target(name: "NumericMethods", dependencies: ["CGSL"]),
    .target(name: "TrendFitting", dependencies: ["NumericMethods"]),
    .target(name: "ReferenceRunner", dependencies: ["NumericMethods", "TrendFitting"]),
    .executableTarget(name: "reference-cases", dependencies: ["ReferenceRunner"]),
    .executableTarget(
      name: "coverage-study", dependencies: ["NumericMethods", "TrendFitting"]),
    .executableTarget(
      name: "fit-benchmark", dependencies: ["NumericMethods", "TrendFitting"]),
    .target(
      name: "ForecastCalibration",
      dependencies: ["NitrogenAssessment", "NitrogenCore", "NitrogenFigures", "NumericMethods"]),
    .executableTarget(
      name: "calibration-study",
      dependencies: ["ForecastCalibration", "NitrogenCore", "NitrogenFigures", "NitrogenRuns"]),
    .target(name: "NitrogenCore"),
    .target(name: "NitrogenGeography", dependencies: ["NitrogenCore"]),
    .executableTarget(
      name: "zone-benchmark", dependencies: ["NitrogenCore", "NitrogenGeography"]),
    .target(name: "GeodataFiles", dependencies: ["CGDAL", "NitrogenCore"]),
    .target(
      name: "NitrogenData",
      dependencies: [
        "CXML", "GeodataFiles", "NitrogenCore", "NitrogenGeography",
        .product(name: "Yams", package: "Yams"),
      ]),
    .executableTarget(
      name: "made-inventory",
      dependencies: ["NitrogenCore", "NitrogenData", "NitrogenGeography", "NumericMethods"]),
    .executableTarget(
      name: "source-benchmark", dependencies: ["NitrogenCore", "NitrogenData"]),
    .executableTarget(name: "imaer-benchmark", dependencies: ["NitrogenCore", "NitrogenData"]),
    .target(name: "OutlineService", dependencies: ["NitrogenCore"]),
    .target(
      name: "NitrogenAssessment",
      dependencies: ["NitrogenCore", "NumericMethods", "TrendFitting"]),
    .target(name: "NitrogenWords", dependencies: ["NitrogenCore", "NitrogenAssessment"]),
    .target(
      name: "NitrogenReports",
      dependencies: [
        "NitrogenCore", "NitrogenAssessment", "NitrogenGeography", "NitrogenWords", "TrendFitting",
      ],
      exclude: ["Schema"]),
    .target(
      name: "NitrogenFigures",
      dependencies: [
        "NitrogenCore", "NitrogenAssessment", "NitrogenGeography", "NitrogenReports",
        "NitrogenWords", "NumericMethods", "TrendFitting",
      ]),
    .target(
      name: "NitrogenPages",
      dependencies: [
        "NitrogenCore", "NitrogenAssessment", "NitrogenFigures", "NitrogenGeography",
        "NitrogenReports", "NitrogenWords", "TrendFitting",
        .product(name: "Crypto", package: "swift-crypto"),
        .product(name: "Mustache", package: "swift-mustache"),
      ]),
    .target(
      name: "ExchangeFiles",
      dependencies: [
        "CXlsx", "GeodataFiles", "NitrogenCore", "NitrogenAssessment", "NitrogenGeography",
        "NitrogenReports", "NitrogenWords",
      ]),
    .target(
      name: "NitrogenRuns",
      dependencies: [
        "ExchangeFiles", "GeodataFiles", "NitrogenCore", "NitrogenData", "NitrogenGeography",
        "NitrogenAssessment", "NitrogenFigures", "NitrogenPages", "NitrogenReports",
        "NitrogenWords", "OutlineService", .product(name: "Crypto", package: "swift-crypto"),
      ]),
    .executableTarget(
      name: "projection-benchmark",
      dependencies: ["NitrogenAssessment", "NitrogenCore", "NumericMethods"]),
    .executableTarget(
      name: "stikstof",
      dependencies: [
        "GeodataFiles", "NitrogenCore", "NitrogenData", "NitrogenGeography", "NitrogenAssessment",
        "NitrogenFigures", "NitrogenReports", "NitrogenRuns", "NitrogenWords",
        "NumericMethods", "OutlineService", "TrendFitting",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .target(
      name: "NitrogenTestSupport",
      dependencies: [
        "NitrogenCore", "NitrogenData", "NitrogenWords",
        .product(name: "Numerics", package: "swift-numerics"),
      ],
      path: "Tests/NitrogenTestSupport"),
    .testTarget(
      name: "NumericMethodsTests", dependencies: ["NumericMethods", "NitrogenTestSupport"]),
    .testTarget(
      name: "TrendFittingTests",
      dependencies: ["TrendFitting", "NumericMethods", "NitrogenTestSupport"]),
    .testTarget(
      name: "ReferenceRunnerTests", dependencies: ["ReferenceRunner", "NitrogenTestSupport"]),
    .testTarget(
      name: "NitrogenCoreTests",
      dependencies: [
        "NitrogenCore", "NitrogenTestSupport",
        .product(name: "Numerics", package: "swift-numerics"),
      ]),
    .testTarget(
      name: "NitrogenGeographyTests",
      dependencies: ["CGEOS", "NitrogenCore", "NitrogenGeography", "NitrogenTestSupport"]),
    .testTarget(
      name: "GeodataFilesTests",
      dependencies: ["GeodataFiles", "NitrogenCore", "NitrogenTestSupport"]),
    .testTarget(
      name: "OutlineServiceTests",
      dependencies: [
        "stikstof", "GeodataFiles", "NitrogenCore", "NitrogenData", "NitrogenRuns",
        "NitrogenTestSupport", "OutlineService",
        .product(name: "FlyingFox", package: "FlyingFox"),
        .product(name: "FlyingSocks", package: "FlyingFox"),
      ]),
    .testTarget(
      name: "NitrogenDataTests",
      dependencies: ["GeodataFiles", "NitrogenData", "NitrogenGeography", "NitrogenTestSupport"]),
    .testTarget(
      name: "NitrogenAssessmentTests",
      dependencies: [
        "NitrogenAssessment", "NitrogenCore", "NitrogenData", "NitrogenTestSupport",
        "NumericMethods", "TrendFitting",
      ]),
    .testTarget(
      name: "NitrogenReportsTests",
      dependencies: [
        "NitrogenFigures", "NitrogenReports", "NitrogenAssessment", "NitrogenCore",
        "NitrogenTestSupport",
      ]),
    .testTarget(
      name: "NitrogenWordsTests",
      dependencies: [
        "NitrogenAssessment", "NitrogenCore", "NitrogenData", "NitrogenRuns",
        "NitrogenTestSupport", "NitrogenWords", "TrendFitting",
      ]),
    .testTarget(
      name: "NitrogenFiguresTests",
      dependencies: [
        "NitrogenAssessment", "NitrogenCore", "NitrogenData", "NitrogenFigures",
        "NitrogenGeography", "NitrogenReports", "NitrogenRuns", "NitrogenTestSupport",
        "NitrogenWords", "TrendFitting",
      ]),
    .testTarget(
      name: "NitrogenPagesTests",
      dependencies: [
        "NitrogenAssessment", "NitrogenCore", "NitrogenData", "NitrogenFigures", "NitrogenPages",
        "NitrogenReports", "NitrogenRuns", "NitrogenTestSupport", "NitrogenWords",
      ]),
    .testTarget(
      name: "ExchangeFilesTests",
      dependencies: [
        "ExchangeFiles", "GeodataFiles", "NitrogenAssessment", "NitrogenCore", "NitrogenData",
        "NitrogenReports", "NitrogenRuns", "NitrogenTestSupport", "NitrogenWords",
      ]),
    .testTarget(
      name: "ForecastCalibrationTests",
      dependencies: ["ForecastCalibration", "NitrogenCore", "NitrogenData", "NitrogenTestSupport"]),
    .testTarget(name: "PolicyTests", dependencies: ["NitrogenData", "NitrogenTestSupport"]),
    .testTarget(
      name: "NitrogenRunsTests",
      dependencies: ["NitrogenCore", "NitrogenGeography", "NitrogenRuns", "NitrogenTestSupport"]),
    .testTarget(
      name: "CommandTests", dependencies: ["stikstof", "NitrogenRuns", "NitrogenTestSupport"]),
    .testTarget(name: "GuideTests", dependencies: ["stikstof", "NitrogenTestSupport"]),
    .testTarget(
      name: "FixtureTests", dependencies: ["stikstof", "NitrogenCore", "NitrogenTestSupport"]),
  ],
  swiftLanguageModes: [.v6]
)

// Built only to be fuzzed, by `make fuzz`: it needs libFuzzer's runtime, which no other target does.
if Context.environment["STIKSTOF_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(name: "reader-fuzz", dependencies: ["NitrogenCore", "NitrogenData"]))
}

for target in package.targets where target.type != .system {
  target.swiftSettings = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
  ]
}
