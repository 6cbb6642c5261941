// SPDX-License-Identifier: GPL-3.0-or-later

import CXML
import NitrogenCore

/// A version of IMAER, as in its namespace `http://imaer.aerius.nl/5.1`.
struct IMAERVersion: Comparable, CustomStringConvertible {
  /// The oldest that is read.
  static let first = IMAERVersion(major: 2, minor: 2)
  /// The newest that is known.
  static let last = IMAERVersion(major: 6, minor: 0)

  let major: Int
  let minor: Int

  private init(major: Int, minor: Int) {
    self.major = major
    self.minor = minor
  }

  /// Reads a namespace; `nil` when it is not IMAER's.
  init?(namespace: String) {
    let pieces = namespace.split(separator: "/", omittingEmptySubsequences: false)
    guard pieces.count == 4, pieces[0] == "http:" || pieces[0] == "https:",
      pieces[2] == "imaer.aerius.nl"
    else { return nil }
    let numbers = pieces[3].split(separator: ".").map { Int($0) }
    guard numbers.count == 2, let major = numbers[0], let minor = numbers[1] else { return nil }
    self.init(major: major, minor: minor)
  }

  var description: String { "\(major).\(minor)" }

  static func < (left: Self, right: Self) -> Bool {
    (left.major, left.minor) < (right.major, right.minor)
  }
}

/// The attributes of an element, as libxml2 hands them on: five addresses each.
struct IMAERAttributes {
  let count: Int
  let addresses: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?

  /// The bytes of an attribute; `nil` when the element has none of that name.
  func value(of name: IMAERName, _ names: IMAERNames) -> UnsafeBufferPointer<UInt8>? {
    guard let addresses else { return nil }
    for index in 0..<count where names[addresses[index * 5]] == name {
      guard let start = addresses[index * 5 + 3], let end = addresses[index * 5 + 4] else {
        return nil
      }
      return UnsafeBufferPointer(start: start, count: end - start)
    }
    return nil
  }
}

/// What an emission is of.
enum IMAERSubstance: Equatable {
  case nh3, nox
  /// Another substance, by its number in the summary.
  case other(Int)
  /// Not said.
  case none

  /// Reads the attribute `substance`.
  init(_ bytes: UnsafeBufferPointer<UInt8>?, summary: inout IMAERSummary) {
    guard let bytes, !bytes.isEmpty else {
      self = .none
      return
    }
    if bytes.elementsEqual("NH3".utf8) {
      self = .nh3
    } else if bytes.elementsEqual("NOX".utf8) || bytes.elementsEqual("NOx".utf8) {
      self = .nox
    } else {
      self = .other(summary.number(ofSubstance: bytes))
    }
  }
}

/// What reading met that is not a source, and what it says once at the end.
struct IMAERSummary {
  /// A few named things; more kinds than ``most`` are counted together.
  static let most = 100

  /// Other substances than NH₃ and NOx.
  var substances: [(name: String, tally: SourceTally)] = []
  /// Features that are no sources, such as result points.
  private(set) var others: [(name: String, count: Int)] = []
  /// Sources whose emission is number times own factor, as they state none.
  var computed = SourceTally()

  /// The number of a substance, a new one when it was not there.
  mutating func number(ofSubstance bytes: UnsafeBufferPointer<UInt8>) -> Int {
    for (number, substance) in substances.enumerated()
    where substance.name.utf8.elementsEqual(bytes) { return number }
    if substances.count < Self.most {
      substances.append((String(decoding: bytes.prefix(100), as: UTF8.self), SourceTally()))
    }
    return substances.count - 1
  }

  /// Counts a feature that is no source.
  mutating func countOther(_ bytes: UnsafeBufferPointer<UInt8>) {
    for number in others.indices where others[number].name.utf8.elementsEqual(bytes) {
      others[number].count += 1
      return
    }
    guard others.count < Self.most else { return others[Self.most - 1].count += 1 }
    others.append((String(decoding: bytes.prefix(100), as: UTF8.self), 1))
  }
}

/// The `gml:id` of the sources so far, to find the one that stands twice.
struct IMAERIdentifiers {
  private struct Entry {
    let start: Int
    let count: Int
    let line: Int32
  }

  private var bytes: [UInt8] = []
  private var entries: [UInt64: Entry] = [:]

  /// Takes in an id; the line of its first occurrence when it was there already.
  mutating func insert(_ id: [UInt8], line: Int) -> Int? {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    while let entry = entries[hash] {
      if bytes[entry.start..<(entry.start + entry.count)].elementsEqual(id) {
        return Int(entry.line)
      }
      hash &+= 1
    }
    entries[hash] = Entry(start: bytes.count, count: id.count, line: Int32(clamping: line))
    bytes += id
    return nil
  }
}
