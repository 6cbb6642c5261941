// SPDX-License-Identifier: GPL-3.0-or-later

/// Reads well-known binary (OGC 06-103r4, ISO 13249-3) of simple geometries into flat lists.
///
/// Z and M are skipped, both as ISO numbers (1000 to 3999) and as the high bits of EWKB.
struct WellKnownBinary {
  /// How a reading ended.
  enum Outcome {
    /// All was read.
    case read
    /// A curve, a surface of surfaces or another kind that is to be made simple first.
    case needsSimplifying
    /// The bytes end early or make no sense.
    case broken
  }

  /// How deep collections may lie in collections.
  static let deepest = 32

  private let bytes: UnsafeRawBufferPointer
  private var offset = 0

  private init(bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

  /// Reads one geometry after clearing `geometry`; empty pieces are left out.
  static func read(_ bytes: UnsafeRawBufferPointer, into geometry: inout FlatGeometry) -> Outcome {
    geometry.clear()
    var reader = WellKnownBinary(bytes: bytes)
    return reader.readGeometry(into: &geometry, depth: 0)
  }

  private mutating func readGeometry(into geometry: inout FlatGeometry, depth: Int) -> Outcome {
    guard depth <= Self.deepest, bytes.count - offset >= 5 else { return .broken }
    let isLittle = bytes[offset] == 1
    offset += 1
    guard let code = word(isLittle) else { return .broken }
    let plain = code & 0x0FFF_FFFF
    let group = plain / 1000
    var dimensions = 2 + (group == 3 ? 2 : group == 0 ? 0 : 1)
    if code & 0x8000_0000 != 0 { dimensions += 1 }
    if code & 0x4000_0000 != 0 { dimensions += 1 }
    guard group <= 3, dimensions <= 4, code & 0x2000_0000 == 0 else { return .broken }
    switch plain % 1000 {
    case 1: return readPoint(into: &geometry, isLittle, dimensions)
    case 2:
      let start = geometry.x.count
      guard readRun(into: &geometry, isLittle, dimensions) else { return .broken }
      if geometry.x.count > start { finishPiece(.line, &geometry) }
      return .read
    case 3: return readPolygon(into: &geometry, isLittle, dimensions)
    case 4...7:
      guard let count = word(isLittle) else { return .broken }
      for _ in 0..<count {
        let outcome = readGeometry(into: &geometry, depth: depth + 1)
        guard outcome == .read else { return outcome }
      }
      return .read
    default: return .needsSimplifying
    }
  }

  private mutating func readPoint(
    into geometry: inout FlatGeometry, _ isLittle: Bool, _ dimensions: Int
  ) -> Outcome {
    guard bytes.count - offset >= 8 * dimensions else { return .broken }
    let x = double(at: offset, isLittle)
    let y = double(at: offset + 8, isLittle)
    offset += 8 * dimensions
    // An empty point is written as two NaN; one alone is a broken coordinate, which is kept.
    if x.isNaN && y.isNaN { return .read }
    geometry.x.append(x)
    geometry.y.append(y)
    geometry.ringEnds.append(geometry.x.count)
    finishPiece(.point, &geometry)
    return .read
  }

  private mutating func readPolygon(
    into geometry: inout FlatGeometry, _ isLittle: Bool, _ dimensions: Int
  ) -> Outcome {
    guard let count = word(isLittle) else { return .broken }
    let start = geometry.x.count
    for _ in 0..<count {
      guard readRun(into: &geometry, isLittle, dimensions) else { return .broken }
    }
    if geometry.x.count > start { finishPiece(.polygon, &geometry) }
    return .read
  }

  private func finishPiece(_ kind: FlatGeometry.Kind, _ geometry: inout FlatGeometry) {
    geometry.kinds.append(kind)
    geometry.pieceEnds.append(geometry.ringEnds.count)
  }

  /// Reads a counted run of coordinates as one ring; an empty one leaves nothing behind.
  private mutating func readRun(
    into geometry: inout FlatGeometry, _ isLittle: Bool, _ dimensions: Int
  ) -> Bool {
    guard let count = word(isLittle), Int(count) <= (bytes.count - offset) / (8 * dimensions)
    else { return false }
    guard count > 0 else { return true }
    for _ in 0..<count {
      geometry.x.append(double(at: offset, isLittle))
      geometry.y.append(double(at: offset + 8, isLittle))
      offset += 8 * dimensions
    }
    geometry.ringEnds.append(geometry.x.count)
    return true
  }

  private mutating func word(_ isLittle: Bool) -> UInt32? {
    guard bytes.count - offset >= 4 else { return nil }
    let raw = bytes.loadUnaligned(fromByteOffset: offset, as: UInt32.self)
    offset += 4
    return isLittle ? UInt32(littleEndian: raw) : UInt32(bigEndian: raw)
  }

  @inline(__always)
  private func double(at place: Int, _ isLittle: Bool) -> Double {
    let raw = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
    return Double(bitPattern: isLittle ? UInt64(littleEndian: raw) : UInt64(bigEndian: raw))
  }
}
