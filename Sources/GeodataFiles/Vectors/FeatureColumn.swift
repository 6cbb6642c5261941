// SPDX-License-Identifier: GPL-3.0-or-later

internal import CGDAL

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#else
  import Darwin
#endif

/// A column of a batch in the memory layout of the Arrow C data interface.
struct FeatureColumn {
  /// How values are stored, by the format texts of the interface.
  enum Layout {
    case bits, int8, uint8, int16, int32, int64, float32, float64, bytes32, bytes64, other

    init(format: String) {
      switch format {
      case "b": self = .bits
      case "c": self = .int8
      case "C": self = .uint8
      case "s": self = .int16
      case "i": self = .int32
      case "l": self = .int64
      case "f": self = .float32
      case "g": self = .float64
      case "u", "z": self = .bytes32
      case "U", "Z": self = .bytes64
      default: self = .other
      }
    }
  }

  private let layout: Layout
  private let offset: Int
  private let validity: UnsafePointer<UInt8>?
  private let values: UnsafeRawPointer?
  private let content: UnsafeRawPointer?

  init(_ array: UnsafePointer<ArrowArray>, layout: Layout) {
    let buffers = array.pointee.buffers
    let count = Int(array.pointee.n_buffers)
    self.layout = layout
    offset = Int(array.pointee.offset)
    validity =
      array.pointee.null_count == 0 || count == 0
      ? nil : buffers?[0]?.assumingMemoryBound(to: UInt8.self)
    values = count > 1 ? buffers?[1] : nil
    content = count > 2 ? buffers?[2] : nil
  }

  @inline(__always)
  func hasValue(_ row: Int) -> Bool {
    guard let validity else { return true }
    let place = row + offset
    return validity[place >> 3] >> (place & 7) & 1 == 1
  }

  @inline(__always)
  private func load<Value>(_ row: Int, as type: Value.Type) -> Value? where Value: BitwiseCopyable {
    guard hasValue(row), let values else { return nil }
    return values.load(fromByteOffset: (row + offset) * MemoryLayout<Value>.stride, as: type)
  }

  func integer(_ row: Int) -> Int64? {
    switch layout {
    case .bits:
      guard hasValue(row), let values else { return nil }
      let place = row + offset
      return Int64(values.load(fromByteOffset: place >> 3, as: UInt8.self) >> (place & 7) & 1)
    case .int8: return load(row, as: Int8.self).map(Int64.init)
    case .uint8: return load(row, as: UInt8.self).map(Int64.init)
    case .int16: return load(row, as: Int16.self).map(Int64.init)
    case .int32: return load(row, as: Int32.self).map(Int64.init)
    case .int64: return load(row, as: Int64.self)
    case .float32, .float64, .bytes32, .bytes64, .other: return nil
    }
  }

  func real(_ row: Int) -> Double? {
    switch layout {
    case .float64: load(row, as: Double.self)
    case .float32: load(row, as: Float.self).map(Double.init)
    default: integer(row).map(Double.init)
    }
  }

  /// The bytes of a text or a geometry.
  func bytes(_ row: Int) -> UnsafeRawBufferPointer? {
    guard hasValue(row), let values else { return nil }
    let place = row + offset
    let start: Int
    let end: Int
    switch layout {
    case .bytes32:
      start = Int(values.load(fromByteOffset: place * 4, as: Int32.self))
      end = Int(values.load(fromByteOffset: place * 4 + 4, as: Int32.self))
    case .bytes64:
      start = Int(values.load(fromByteOffset: place * 8, as: Int64.self))
      end = Int(values.load(fromByteOffset: place * 8 + 8, as: Int64.self))
    default: return nil
    }
    return UnsafeRawBufferPointer(start: content.map { $0 + start }, count: end - start)
  }

  func text(_ row: Int) -> String? {
    switch layout {
    case .bytes32, .bytes64: bytes(row).map { String(decoding: $0, as: UTF8.self) }
    case .float32, .float64: real(row).map { "\($0)" }
    default: integer(row).map { "\($0)" }
    }
  }

  func isSame(_ row: Int, _ other: Int) -> Bool {
    guard hasValue(row), hasValue(other) else { return hasValue(row) == hasValue(other) }
    switch layout {
    case .bytes32, .bytes64:
      guard let left = bytes(row), let right = bytes(other), left.count == right.count else {
        return false
      }
      guard let first = left.baseAddress, let second = right.baseAddress else { return true }
      return memcmp(first, second, left.count) == 0
    case .float32, .float64: return real(row) == real(other)
    default: return integer(row) == integer(other)
    }
  }
}
