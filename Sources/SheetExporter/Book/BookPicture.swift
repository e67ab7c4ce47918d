import Rendering

/// What a picture is called in a book: after its content, so that one shown twice stands there once.
enum BookPicture {
  static func name(of picture: SheetPicture) -> String {
    SHA1.hex(SHA1.of(picture.bytes).prefix(8)) + "." + picture.format.fileExtension
  }
}

extension HTMLBuffer {
  /// `<img>`, by its address or with the picture inside.
  mutating func picture(_ picture: SheetPicture, alternative: String, at address: String?, isXML: Bool = false) {
    markup("<img")
    if let address {
      attribute("src", address)
    } else {
      attribute("src", picture.dataAddress)
    }
    attribute("alt", alternative)
    attribute("width", String(Int(picture.width.rounded())))
    attribute("height", String(Int(picture.height.rounded())))
    markup(isXML ? "/>" : ">")
  }
}
