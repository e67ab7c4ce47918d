/// Bytes as letters that any text can carry: RFC 4648, padded.
package enum Base64 {
  package static func of(_ bytes: [UInt8]) -> [UInt8] {
    let digits = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/".utf8)
    var out: [UInt8] = []
    out.reserveCapacity((bytes.count + 2) / 3 * 4)
    for start in stride(from: 0, to: bytes.count, by: 3) {
      let group = (0..<3).reduce(UInt32(0)) { $0 << 8 | (start + $1 < bytes.count ? UInt32(bytes[start + $1]) : 0) }
      for place in 0..<4 {
        out.append(start + place > bytes.count ? 0x3D : digits[Int(group >> UInt32(18 - 6 * place) & 63)])
      }
    }
    return out
  }
}
