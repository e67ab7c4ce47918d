import Foundation
import PackagePlugin

/// Puts Templates/ and Site/assets/ into the binary, so that an installed `tamra` works in any folder.
///
/// The package manager runs this again when a listed file changes, and only then: a new file is seen after
/// `Package.swift` is touched, which `make` does.
@main struct EmbedResources: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let root = context.package.directoryURL
    let folders = ["Templates", "Site/assets"]
    let inputs = folders.flatMap { files(below: root.appending(path: $0)) }
    let output = context.pluginWorkDirectoryURL.appending(path: "EmbeddedFiles.swift")
    return [
      .buildCommand(
        displayName: "Embedding Templates and Site/assets", executable: try context.tool(named: "embed").url,
        arguments: [root.path(percentEncoded: false), output.path(percentEncoded: false)] + folders, inputFiles: inputs,
        outputFiles: [output])
    ]
  }

  private func files(below folder: URL) -> [URL] {
    let found = FileManager.default.enumerator(at: folder, includingPropertiesForKeys: [.isRegularFileKey])
    return (found?.compactMap { $0 as? URL } ?? []).filter {
      (try? $0.resourceValues(forKeys: [.isRegularFileKey]))?.isRegularFile == true
    }
    .sorted { $0.path < $1.path }
  }
}
