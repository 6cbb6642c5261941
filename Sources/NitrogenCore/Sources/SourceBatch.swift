// SPDX-License-Identifier: GPL-3.0-or-later

/// Some sources of a file, column by column, in the order of the file: what every reader yields.
///
/// A row is one emission: a farm with NH₃ and NOx makes two. All columns have one length, but for
/// those that say they may be empty.
public struct SourceBatch: Sendable {
  /// Eastings in RD metres; of a line, cell or surface that of its middle.
  public var x: [Double] = []
  /// Northings in RD metres.
  public var y: [Double] = []
  /// Emission in kg/yr; 0 where it is among ``unknown``.
  public var emission: [Double] = []
  /// The number of each row's key in the ``SourceKeys`` of the reading.
  public var key: [Int32] = []
  /// What each covers; empty when all are points.
  public var shapes: [SourceShape] = []
  /// The positions, rising, of rows whose emission the file leaves open.
  public var unknown: [Int32] = []
  /// Numbers of the farms that rows are of, the same for all rows of a farm; empty where that is not
  /// told: then sources at one place count as those of one farm.
  public var owners: [UInt64] = []
  /// Names and lines; `nil` unless they were asked for.
  public var origins: SourceOrigins?

  /// Makes an empty batch.
  public init(keepsOrigins: Bool = false) {
    if keepsOrigins { origins = SourceOrigins() }
  }

  /// How many rows.
  public var count: Int { x.count }

  /// What a row covers.
  public func shape(_ row: Int) -> SourceShape {
    shapes.isEmpty ? .point(RDPoint(x: x[row], y: y[row])) : shapes[row]
  }

  /// The number of a row's farm, or of its place.
  public func owner(_ row: Int) -> UInt64 {
    if row < owners.count { return owners[row] }
    let y = self.y[row].bitPattern
    return x[row].bitPattern ^ (y << 32 | y >> 32)
  }

  /// Adds a row; `emission` in kg/yr, `nil` where the file leaves it open.
  public mutating func append(
    _ shape: SourceShape, emission: Double?, key: Int32, id: some StringProtocol, line: Int,
    owner: UInt64? = nil
  ) {
    let middle = shape.middle
    if case .point = shape {
      if !shapes.isEmpty { shapes.append(shape) }
    } else {
      if shapes.isEmpty {
        shapes = x.indices.map { .point(RDPoint(x: x[$0], y: y[$0])) }
      }
      shapes.append(shape)
    }
    if let owner { owners.append(owner) }
    if emission == nil { unknown.append(Int32(x.count)) }
    x.append(middle.x)
    y.append(middle.y)
    self.emission.append(emission ?? 0)
    self.key.append(key)
    origins?.append(id: id.utf8, line: line)
  }
}

/// The name and the line of every row of a batch.
public struct SourceOrigins: Sendable {
  /// The lines or record numbers in the file, 1 for the first.
  public private(set) var lines: [Int32] = []
  private var bytes: [UInt8] = []
  private var ends: [Int32] = []

  /// Makes an empty list.
  public init() {}

  /// Adds the name (UTF-8) and the line of a row.
  public mutating func append(id: some Sequence<UInt8>, line: Int) {
    bytes += id
    ends.append(Int32(bytes.count))
    lines.append(Int32(clamping: line))
  }

  /// The name of a row.
  public func id(_ row: Int) -> String {
    String(decoding: bytes[(row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row])], as: UTF8.self)
  }
}
