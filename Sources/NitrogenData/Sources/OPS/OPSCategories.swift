// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// Which category a source for OPS gets, by what it belongs to.
///
/// GCN codes are kept; what else has one is data in the areas folder.
public struct OPSCategories: Hashable, Sendable {
  /// The file below the areas folder.
  public static let file = "exchange/ops-categories.yaml"
  /// The name under which the file lists sectors of ours.
  static let ownClassification = "stikstof"
  /// The categories OPS takes.
  public static let numbers = 1...9999

  /// The categories by classification and name.
  let map: [String: [String: Int]]

  /// Makes categories.
  init(map: [String: [String: Int]]) { self.map = map }

  /// The category of what a source belongs to; `nil` where none is known.
  ///
  /// - Parameter activity: what the source belongs to.
  public subscript(_ activity: Activity) -> Int? {
    switch activity {
    case .slice(let slice, _): return map[Self.ownClassification]?[slice.label]
    case .code(let code):
      guard code.classification == "gcn" else { return map[code.classification]?[code.label] }
      return Int(code.sector).flatMap { Self.numbers.contains($0) ? $0 : nil }
    }
  }
}
