// SPDX-License-Identifier: GPL-3.0-or-later

import CXML

/// Finds names by the address at which libxml2 keeps them: it keeps each name once, so that equal
/// addresses are equal names and no text is compared.
struct IMAERNames {
  private static let size = 256
  private var addresses: [UInt]
  private var names: [IMAERName]

  /// Asks a parser where it keeps, or will keep, each name.
  init(_ dictionary: xmlDictPtr?) {
    addresses = Array(repeating: 0, count: Self.size)
    names = Array(repeating: .collection, count: Self.size)
    for name in IMAERName.allCases {
      guard let address = xmlDictLookup(dictionary, name.rawValue, -1) else { continue }
      var slot = Self.slot(UInt(bitPattern: address))
      while addresses[slot] != 0 { slot = (slot + 1) % Self.size }
      addresses[slot] = UInt(bitPattern: address)
      names[slot] = name
    }
  }

  /// The name at an address; `nil` when it is none that reading looks at.
  subscript(address: UnsafePointer<xmlChar>?) -> IMAERName? {
    let wanted = UInt(bitPattern: address)
    var slot = Self.slot(wanted)
    while addresses[slot] != 0 {
      if addresses[slot] == wanted { return names[slot] }
      slot = (slot + 1) % Self.size
    }
    return nil
  }

  private static func slot(_ address: UInt) -> Int {
    Int(truncatingIfNeeded: (address &* 0x9E37_79B9_7F4A_7C15) >> 56)
  }
}
