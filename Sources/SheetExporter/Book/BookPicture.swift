import Rendering

/// What a picture is called in a book: after its content, so that one shown twice stands there once.
enum BookPicture {
  static func name(of picture: SheetPicture) -> String {
    let digits = Array("0123456789abcdef".utf8)
    let hash = SHA1.of(picture.bytes).prefix(8).flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }
    return String(decoding: hash, as: UTF8.self) + "." + picture.format.fileExtension
  }
}

extension HTMLBuffer {
  /// `<img>`, by its address or with the picture inside.
  mutating func picture(_ picture: SheetPicture, alternative: String, at address: String?, isXML: Bool = false) {
    markup("<img")
    if let address {
      attribute("src", address)
    } else {
      markup(" src=\"data:")
      markup(picture.format == .svg ? "image/svg+xml" : picture.format == .png ? "image/png" : "image/jpeg")
      markup(";base64,")
      text(String(decoding: Base64.of(picture.bytes), as: UTF8.self))
      markup("\"")
    }
    attribute("alt", alternative)
    attribute("width", String(Int(picture.width.rounded())))
    attribute("height", String(Int(picture.height.rounded())))
    markup(isXML ? "/>" : ">")
  }
}
