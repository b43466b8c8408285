// swift-tools-version: 6.1
import PackageDescription

let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("InternalImportsByDefault"),
]

let package = Package(
  name: "entente",
  products: [
    .library(name: "Entente", targets: ["Entente"]),
    .executable(name: "entente", targets: ["EntenteTool"]),
  ],
  dependencies: [
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.0"),
  ],
  targets: [
    // System libraries, one thin shim header each.
    .target(name: "CLanguageKernels"),
    .systemLibrary(name: "CZlib", path: "Sources/CZlib"),
    .systemLibrary(name: "CGraphviz", path: "Sources/CGraphviz", pkgConfig: "libgvc"),
    .systemLibrary(name: "CGumbo", path: "Sources/CGumbo", pkgConfig: "gumbo"),
    .systemLibrary(name: "CUchardet", path: "Sources/CUchardet", pkgConfig: "uchardet"),
    .target(name: "CCLD2", linkerSettings: [.linkedLibrary("cld2")]),

    // The house: a module imports only modules above it in this list.
    .target(name: "Vocabulary", swiftSettings: settings),
    .target(
      name: "Articles", dependencies: ["CGumbo", "CUchardet", "CCLD2", "CZlib", "Vocabulary"], swiftSettings: settings),
    .target(name: "Language", dependencies: ["CLanguageKernels", "CZlib"], swiftSettings: settings),
    .target(name: "Actors", dependencies: ["Vocabulary", "Language"], swiftSettings: settings),
    .target(
      name: "Relations", dependencies: ["CLanguageKernels", "Vocabulary", "Language", "Actors"], swiftSettings: settings
    ),
    .target(
      name: "Graph",
      dependencies: [
        "Vocabulary", .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
      ],
      swiftSettings: settings),
    .target(name: "Diagrams", dependencies: ["Vocabulary", "CGraphviz"], swiftSettings: settings),
    .target(name: "Exchange", dependencies: ["Vocabulary"], swiftSettings: settings),
    .target(
      name: "Entente",
      dependencies: ["Vocabulary", "Articles", "Language", "Actors", "Relations", "Graph", "Diagrams", "Exchange"],
      swiftSettings: settings),
    .target(
      name: "Evaluation", dependencies: ["Vocabulary", "Actors", "Language", "Exchange", "Entente"],
      swiftSettings: settings),
    .executableTarget(
      name: "EntenteTool",
      // All modules by name: what Entente hands on must be rebuilt with them.
      dependencies: [
        "Vocabulary", "Articles", "Language", "Actors", "Relations", "Graph", "Diagrams", "Exchange", "Entente",
        "Evaluation",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: settings),

    .executableTarget(
      name: "LanguageBenchmark", dependencies: ["Language"], path: "Benchmarks/language",
      exclude: ["make-golden.py", "run.py"], swiftSettings: settings),
    .executableTarget(
      name: "GraphBenchmark",
      dependencies: ["Vocabulary", "Graph", .product(name: "GRDB", package: "GRDB.swift")],
      path: "Benchmarks/graph", exclude: ["README.md", "peer.py"], swiftSettings: settings),
    .executableTarget(
      name: "PagesBenchmark", dependencies: ["Vocabulary", "Articles"], path: "Benchmarks/pages",
      exclude: ["README.md", "requirements.txt", "run.py", "set"], swiftSettings: settings),
    .executableTarget(
      name: "ScorerExamples",
      dependencies: ["Vocabulary", "Articles", "Language", "Actors", "Relations", "Entente"],
      path: "Benchmarks/training",
      exclude: ["README.md", "requirements.txt", "train.py", "calibrate.py", "learner"], swiftSettings: settings),

    .testTarget(name: "VocabularyTests", dependencies: ["Vocabulary"], swiftSettings: settings),
    .testTarget(
      name: "ArticlesTests", dependencies: ["Articles", "CZlib"], exclude: ["Noisy"], swiftSettings: settings),
    .testTarget(
      name: "LanguageTests", dependencies: ["Language"], resources: [.copy("Golden")], swiftSettings: settings),
    .testTarget(
      name: "ActorsTests", dependencies: ["Vocabulary", "Language", "Actors"], exclude: ["Phenomena"],
      swiftSettings: settings),
    .testTarget(
      name: "RelationsTests", dependencies: ["Vocabulary", "Language", "Actors", "Relations"], swiftSettings: settings),
    .testTarget(name: "GraphTests", dependencies: ["Graph"], swiftSettings: settings),
    .testTarget(
      name: "DiagramsTests", dependencies: ["Diagrams"], resources: [.copy("Golden")], swiftSettings: settings),
    .testTarget(
      name: "ExchangeTests", dependencies: ["Exchange"], resources: [.copy("Golden")], swiftSettings: settings),
    .testTarget(
      name: "EvaluationTests", dependencies: ["Vocabulary", "Articles", "Actors", "Entente", "Evaluation"],
      swiftSettings: settings),
    .testTarget(
      name: "EntenteToolTests", dependencies: ["EntenteTool", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
