import Rendering
import SiteExporter

/// What stands beside the pages: assets, fonts, what is made from the settings, and what lets the site go on without a network.
struct FrameFiles {
  let exporter: SiteExporter
  let resources: Resources
  let toolbox: Toolbox

  func make() throws -> [SiteExporter.Output] {
    SiteExporter.assets(resources.assets) + exporter.files()
      + (try toolbox.webFontFiles().map { .init(path: SitePaths.asset("fonts/" + $0.name), bytes: $0.bytes) })
  }

  func write(_ frame: [SiteExporter.Output], to writer: OutputWriter) throws {
    for file in frame { try writer.write(file.path, file.bytes) }
    try writer.write(".nojekyll", [])
  }

  /// After everything else: the service worker knows the frame, the list of what can be kept knows all.
  func writeOffline(_ frame: [SiteExporter.Output], to writer: OutputWriter) throws {
    for file in exporter.offlineFiles(frame: frame, paths: writer.paths) { try writer.write(file.path, file.bytes) }
  }

  /// The whole site in a zip, in one folder, to be opened by a double click. Exam banks are not in `public`; practice banks are left out.
  func writeZip(to writer: OutputWriter) throws {
    var zip = ZipArchive()
    for path in writer.paths.sorted() where !path.hasPrefix("quiz/") && !path.hasPrefix(".") && !path.hasPrefix("files/") {
      zip.add("site/" + path, try FileReading.bytes(at: writer.folder + "/" + path))
    }
    try writer.write(SitePaths.zip, zip.finished())
  }
}
