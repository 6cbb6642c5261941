// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// What a row of an export is about, by the columns of its region.
enum InventoryRegion: Hashable {
  /// The country, a province or a municipality.
  case territory(Territory)
  /// The sea, which belongs to no province and is kept apart from the land.
  case sea(String)
  /// A region of a division that is not summed here, such as a water board's.
  case other(division: String)

  /// The names that exports have for the Dutch part of the North Sea.
  private static let seas: Set<String> = ["continentaal plat", "noordzee", "ncp"]

  /// Works out the region of a row.
  ///
  /// - Parameters:
  ///   - division: the division of the country (`Gebiedsindeling`).
  ///   - code: the region's code in it (`Code_gebied`).
  ///   - name: the region's name (`Gebied`).
  ///   - provinces: the codes of all provinces, such as `PV25`.
  init(division: String?, code: String?, name: String?, provinces: Set<String>) {
    let name = name ?? ""
    let kind = division?.lowercased() ?? ""
    let digits = Self.digits(code)
    if Self.seas.contains(name.lowercased()) {
      self = .sea(name)
    } else if ["Nederland", ""].contains(name), kind == "nederland" || code == nil && !name.isEmpty
    {
      self = .territory(.nation)
    } else if let digits, kind.isEmpty || kind.hasPrefix("provinc"),
      provinces.contains("PV\(digits)")
    {
      self = .territory(.province(code: "PV\(digits)"))
    } else if let digits, kind.hasPrefix("gemeente") || kind.isEmpty && digits.utf8.count == 4 {
      // A number cell loses the zeros that municipal codes may begin with.
      let zeros = String(repeating: "0", count: max(0, 4 - digits.utf8.count))
      self = .territory(.municipality(code: "GM\(zeros)\(digits)"))
    } else {
      self = .other(division: division ?? name)
    }
  }

  /// The code as digits, at most four, without what a number cell makes of it (`25.0`) and without
  /// the letters of the national code (`PV25`).
  private static func digits(_ code: String?) -> String? {
    guard var code = code?[...] else { return nil }
    if code.hasSuffix(".0") { code = code.dropLast(2) }
    if code.hasPrefix("PV") || code.hasPrefix("GM") { code = code.dropFirst(2) }
    guard (1...4).contains(code.utf8.count), code.utf8.allSatisfy({ (0x30...0x39) ~= $0 }) else {
      return nil
    }
    return String(code)
  }
}
