// swift-tools-version: 6.2
import Foundation
import PackageDescription

// `make test` sets TAMRA_STRICT: our own warnings are errors there, and only there, so that a
// newer compiler with a new opinion never stops a reader from building the course.
let strict = Context.environment["TAMRA_STRICT"] != nil
let settings: [SwiftSetting] = strict ? [.treatAllWarnings(as: .error)] : []

// `make fuzz` alone builds the fuzzer: it needs libFuzzer's runtime to link, which the tool that embeds resources cannot bear.
let isFuzzing = Context.environment["TAMRA_FUZZ"] != nil

/// A target of ours with its test target, both under the same settings.
func part(_ name: String, _ dependencies: [Target.Dependency], tests: [Target.Dependency] = [], plugins: [Target.PluginUsage] = [])
  -> [Target]
{
  let data = ["Goldens", "Passages"].filter {
    FileManager.default.fileExists(atPath: "\(Context.packageDirectory)/Tests/\(name)Tests/\($0)")
  }
  return [
    .target(name: name, dependencies: dependencies, swiftSettings: settings, plugins: plugins),
    .testTarget(
      name: "\(name)Tests", dependencies: [.target(name: name), "TestSupport"] + dependencies + tests,
      exclude: data, swiftSettings: settings),
  ]
}

let yams: Target.Dependency = .product(name: "Yams", package: "Yams")
let mustache: Target.Dependency = .product(name: "Mustache", package: "swift-mustache")
let argumentParser: Target.Dependency = .product(name: "ArgumentParser", package: "swift-argument-parser")
let flyingFox: Target.Dependency = .product(name: "FlyingFox", package: "FlyingFox")

let package = Package(
  name: "tamra",
  products: [.executable(name: "tamra", targets: ["tamra"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/swhitty/FlyingFox", from: "0.27.1"),
  ],
  targets: [
    .systemLibrary(
      name: "CCMarkGFM", pkgConfig: "libcmark-gfm", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CLibThai", pkgConfig: "libthai", providers: [.apt(["libthai-dev"])]),
    .systemLibrary(name: "CSQLite", pkgConfig: "sqlite3", providers: [.apt(["libsqlite3-dev"])]),
    .executableTarget(name: "embed", swiftSettings: settings),
    .plugin(name: "EmbedResources", capability: .buildTool(), dependencies: ["embed"], path: "Sources/EmbedResources"),
    .target(name: "TestSupport", path: "Tests/TestSupport", swiftSettings: settings),
  ]
    + part("ThaiText", ["CLibThai"])
    + part("Diagnostics", [])
    + part("Packing", [])
    + part("Prose", ["Diagnostics"])
    + part("ChapterMarkdown", ["CCMarkGFM", "Prose", "Diagnostics"])
    + part("CourseModel", ["Prose", "Diagnostics"])
    + part("CourseReader", ["ChapterMarkdown", "Prose", "CourseModel", "ThaiText", "Packing", "Diagnostics", yams])
    + part("ChapterImport", ["CourseReader", "ChapterMarkdown", "Prose", "CourseModel", "ThaiText", "Diagnostics"])
    + part("QuizGenerator", ["CourseModel", "ThaiText", "Diagnostics"])
    + part("Rendering", ["Prose", "CourseModel", "ThaiText", "Diagnostics", mustache], tests: ["ChapterMarkdown", "CCMarkGFM"])
    + part(
      "SiteExporter", ["Rendering", "Prose", "CourseModel", "ThaiText", "Packing", "Diagnostics"],
      tests: ["CourseReader", "QuizGenerator", "ChapterMarkdown"])
    + part(
      "SheetExporter", ["Rendering", "Prose", "CourseModel", "ThaiText", "Diagnostics"], tests: ["CourseReader", "QuizGenerator"])
    + part(
      "QuizExporter", ["CSQLite", "Rendering", "CourseModel", "ThaiText", "Diagnostics"], tests: ["CourseReader", "QuizGenerator"])
    + part("QuizAnalysis", ["Rendering", "CourseModel", "ThaiText", "Diagnostics"])
    + part("RecordExporter", ["Rendering", "CourseModel", "ThaiText", "Diagnostics"], tests: ["CourseReader"])
    + part(
      "TamraKit",
      [
        "ChapterImport", "CourseReader", "ChapterMarkdown", "QuizGenerator", "Rendering", "SiteExporter", "SheetExporter",
        "QuizExporter", "QuizAnalysis", "RecordExporter", "Prose", "CourseModel", "ThaiText", "Packing", "Diagnostics", yams,
        flyingFox,
      ], plugins: isFuzzing ? [] : ["EmbedResources"])
    + [
      .executableTarget(
        name: "tamra", dependencies: ["TamraKit", "CourseModel", "QuizGenerator", "Diagnostics", argumentParser],
        swiftSettings: settings)
    ]
    + (isFuzzing
      ? [
        .executableTarget(
          name: "fuzz",
          dependencies: [
            "ChapterImport", "ChapterMarkdown", "CourseModel", "CourseReader", "Diagnostics", "Prose", "QuizAnalysis",
            "QuizExporter", "QuizGenerator", "Rendering", "TestSupport",
          ], path: "Tests/Fuzz", exclude: ["Corpus", "fuzz.sh"], swiftSettings: settings)
      ] : [])
)
