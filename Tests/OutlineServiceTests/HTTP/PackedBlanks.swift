// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation

/// Two million blanks in 1973 bytes, packed by gzip.
enum PackedBlanks {
  static let data =
    Data(
      base64Encoded: "H4sIAAAAAAACA+3BgQAAAADDIJX5Ux7kVQE" + String(repeating: "A", count: 2582)
        + "G8GTd6CqoCEHgA=") ?? Data()
}
