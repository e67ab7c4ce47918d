import Rendering

// Packages of banks and books are made of the same parts.
typealias ZipArchive = Rendering.ZipArchive
typealias CRC32 = Rendering.CRC32
typealias SHA1 = Rendering.SHA1
typealias NamedUUID = Rendering.NamedUUID
