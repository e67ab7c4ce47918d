import TestSupport

/// Noise for records, repeatable from its seed.
struct SeededTexts {
  private var generator: SeededGenerator
  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }
  mutating func text() -> String {
    let pieces = Int(generator.next() % 24)
    return thaiNoise(pieces: pieces, using: &generator)
  }
}
