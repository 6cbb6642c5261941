// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// Which assessments of a result may not be shown.
struct DisclosureControl {
  /// By assessment: whether its figures are withheld.
  let isWithheld: [Bool]
  /// By assessment: whether others of its area, sector and pollutant are, so that what measures do to
  /// a part of it may not be told.
  let isBesideWithheld: [Bool]
  /// How many assessments rest on protected figures.
  let protectedCount: Int

  private struct Block: Hashable {
    let dataset: String?
    /// The area; `nil` for provinces, municipalities and the nation together.
    let area: AreaCode?
    let sector: Sector
    let pollutant: Pollutant
    let boundary: BoundaryID
  }

  /// Finds them.
  ///
  /// - Parameters:
  ///   - assessments: all of a result.
  ///   - rule: what policy asks; `nil` where it is silent: then all that is protected is withheld.
  ///   - withSecondary: whether figures are withheld from which others would follow; only tests leave
  ///     that out.
  init(_ assessments: [Assessment], rule: DisclosureRule?, withSecondary: Bool = true) {
    var isWithheld = assessments.map { _ in false }
    var isBeside = isWithheld
    var blocks: [Block: [Int]] = [:]
    var protected = 0
    for (number, one) in assessments.enumerated() where one.isProtected {
      protected += 1
      if rule == nil { isWithheld[number] = true }
      blocks[
        Block(
          dataset: one.dataset, area: one.territory.area, sector: one.slice.sector,
          pollutant: one.pollutant, boundary: one.boundary),
        default: []
      ].append(number)
    }
    if let rule {
      for (block, numbers) in blocks {
        let withheld =
          block.area == nil
          ? Self.territories(numbers, of: assessments, rule: rule)
          : AreaFigures(numbers, of: assessments, rule: rule).withheld(
            withSecondary: withSecondary)
        guard !withheld.isEmpty else { continue }
        for number in numbers { isBeside[number] = true }
        for number in withheld { isWithheld[number] = true }
      }
    }
    self.isWithheld = isWithheld
    self.isBesideWithheld = isBeside
    self.protectedCount = protected
  }

  /// Provinces, municipalities and the nation: all of a sector as soon as one of its figures may not
  /// be shown, since which of them add up is not told.
  private static func territories(
    _ numbers: [Int], of assessments: [Assessment], rule: DisclosureRule
  ) -> [Int] {
    let isAny = numbers.contains { number in
      SuppressionNetwork.isSensitive(
        assessments[number].series.map {
          .init(value: $0.point.emission?.kilogramsPerYear ?? 0, farms: $0.point.sources)
        }, rule)
    }
    return isAny ? numbers : []
  }
}

extension Assessment {
  /// Whether some figure of it may be shown only where enough farms stand behind it.
  public var isProtected: Bool { series.contains { $0.point.disclosure == .protected } }
}
