// SPDX-License-Identifier: GPL-3.0-or-later

import CXML

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
