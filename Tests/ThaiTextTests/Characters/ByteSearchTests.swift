import Testing
import ThaiText

struct ByteSearchTests {
  @Test func findsTheFirstOfEveryByteAtEveryPlace() {
    for length in 0...26 {
      for place in 0..<length {
        for byte: UInt8 in [0, 0x0A, 0x7F, 0x80, 0xFF] {
          var bytes = [UInt8](repeating: byte ^ 0x01, count: length)
          bytes[place] = byte
          bytes[length - 1] = byte
          bytes.withUnsafeBufferPointer {
            #expect($0.first(byte) == place)
            #expect($0.first(byte, from: place + 1) == (place + 1 < length ? length - 1 : nil))
            #expect($0.first(byte ^ 0x40) == nil)
          }
        }
      }
    }
    #expect(UnsafeBufferPointer<UInt8>(start: nil, count: 0).first(0) == nil)
  }

  @Test func tellsWhetherATextHoldsAByte() {
    #expect("เครือข่าย\nชุมชน".holds(byte: 0x0A))
    #expect(!"เครือข่ายชุมชนและสังคม".holds(byte: 0x0A))
    #expect(!"".holds(byte: 0))
  }
}
