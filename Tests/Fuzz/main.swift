import Foundation

/// libFuzzer, started by ourselves so that the program is as any other to the build: `FUZZ=markdown fuzz corpus/`. See `fuzz.sh`.
@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
  _ count: UnsafeMutablePointer<CInt>, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ body: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// Under the name that libFuzzer's own entry point asks for.
@_cdecl("LLVMFuzzerTestOneInput")
public func runOneInput(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  askedTarget?.run(Array(UnsafeBufferPointer(start: bytes, count: count)))
  return 0
}

if askedTarget == nil, let name = ProcessInfo.processInfo.environment["FUZZ"] {
  FileHandle.standardError.write(Data("no target \(name)\n".utf8))
  exit(2)
}
guard askedTarget != nil else {
  print(fuzzTargets.map(\.name).joined(separator: "\n"))
  exit(0)
}
var count = CommandLine.argc
var arguments = CommandLine.unsafeArgv
exit(runDriver(&count, &arguments, runOneInput))
