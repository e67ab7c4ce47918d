import SiteExporter

/// What stands beside the pages: assets, fonts, what is made from the settings, and what lets the site go on without a network.
struct FrameFiles {
  let exporter: SiteExporter
  let resources: Resources
  let toolbox: Toolbox

  /// Returns what was written.
  func write(to writer: OutputWriter) throws -> [SiteExporter.Output] {
    var files = SiteExporter.assets(resources.assets) + exporter.files()
    if let folder = toolbox.webFonts {
      for name in try FileReading.names(in: folder) where name.hasSuffix(".woff2") {
        files.append(.init(path: SitePaths.asset("fonts/" + name), bytes: try FileReading.bytes(at: folder + "/" + name)))
      }
    }
    for file in files { try writer.write(file.path, file.bytes) }
    try writer.write(".nojekyll", [])
    return files
  }

  /// After everything else: the service worker knows the frame, the list of what can be kept knows all.
  func writeOffline(_ frame: [SiteExporter.Output], to writer: OutputWriter) throws {
    for file in exporter.offlineFiles(frame: frame, paths: writer.paths) { try writer.write(file.path, file.bytes) }
  }
}
