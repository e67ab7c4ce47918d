import Foundation
import TestSupport
import Testing

@testable import TamraKit

@Suite struct TypesetCaches {
  private func cache(_ folder: ScratchFolder, engine: String = "1", font: String = "f") throws -> TypesetCache {
    try folder.put("fonts/a.ttf", font)
    return try #require(TypesetCache(courseRoot: folder.path, fonts: folder.path + "/fonts", script: "s", engine: engine))
  }

  @Test func giveBackWhatWasSetFromTheSameSource() throws {
    let folder = try ScratchFolder()
    let cache = try cache(folder)
    cache.keep([1, 2, 3], of: "#a")
    #expect(cache.entry(of: "#a") == [1, 2, 3])
    #expect(cache.entry(of: "#b") == nil)
    cache.keep([4], of: "#a", as: .png)
    #expect(cache.entry(of: "#a", as: .png) == [4] && cache.entry(of: "#a") == [1, 2, 3])
  }

  @Test func forgetWhenAnythingElseChanges() throws {
    let folder = try ScratchFolder()
    try cache(folder).keep([1], of: "#a")
    #expect(try cache(folder, engine: "2").entry(of: "#a") == nil)
    #expect(try cache(folder, font: "g").entry(of: "#a") == nil)
    #expect(try cache(folder).entry(of: "#a") == [1])
  }

  @Test func takeADamagedEntryForNone() throws {
    let folder = try ScratchFolder()
    let cache = try cache(folder)
    cache.keep(Array(repeating: 7, count: 100), of: "#a")
    let name = try #require(try FileReading.names(in: folder.path + "/.tamra/pdf").first)
    let path = folder.path + "/.tamra/pdf/" + name
    let whole = try FileReading.bytes(at: path)
    for damaged in [Array(whole.dropLast()), Array(whole.prefix(10)), [], whole.map { $0 == 7 ? 8 : $0 }] {
      try NewFile.replace(path, damaged)
      #expect(cache.entry(of: "#a") == nil)
    }
  }

  @Test func neverLeaveTheCourse() throws {
    let (folder, other) = (try ScratchFolder(), try ScratchFolder())
    try FileManager.default.createSymbolicLink(atPath: folder.path + "/.tamra", withDestinationPath: other.path)
    #expect(TypesetCache(courseRoot: folder.path, fonts: folder.path, script: "s", engine: "1") == nil)
  }

  @Test func dropWhatWasSetLongAgo() throws {
    let folder = try ScratchFolder()
    let cache = try cache(folder)
    cache.keep([1], of: "#a")
    cache.prune(now: Date())
    #expect(cache.entry(of: "#a") == [1])
    cache.prune(now: Date(timeIntervalSinceNow: 100 * 86_400))
    #expect(cache.entry(of: "#a") == nil)
  }
}
