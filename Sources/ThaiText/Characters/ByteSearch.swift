import CLibThai

extension UnsafeBufferPointer<UInt8> {
  /// The first place of a byte from `start` on; nil when there is none. By the C library, which looks at many bytes at a time.
  package func first(_ byte: UInt8, from start: Int = 0) -> Int? {
    guard start < count, let base = baseAddress, let found = memchr(base + start, Int32(byte), count - start) else { return nil }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }
}

extension String {
  package func holds(byte: UInt8) -> Bool { utf8Span.span.withUnsafeBufferPointer { $0.first(byte) != nil } }
}
