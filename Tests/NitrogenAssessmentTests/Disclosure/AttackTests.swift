// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenTestSupport
import Testing

@testable import NitrogenAssessment

/// Attacks on published results: nothing that rests on fewer than five farms can be worked out.
@Suite struct AttackTests {
  private static let fewest = 5

  /// Withheld figures behind which fewer than five farms stand, and what can be known of them.
  private struct Loot {
    var withheld = 0
    var shownOfFew = 0
    var determined = 0
    var sumsOfFew = 0
    var close = 0
  }

  private static func loot(_ farms: MadeFarms, withSecondary: Bool) throws -> Loot {
    let whole = try farms.assessed()
    let result = whole.published(withSecondary: withSecondary)
    var loot = Loot()
    for one in result.assessments where one.isProtected && !one.isWithheld {
      for year in MadeFarms.years {
        let count = farms.behind(one.territory, one.slice, year: year).count
        if count > 0 && count < fewest { loot.shownOfFew += 1 }
      }
    }
    for year in MadeFarms.years {
      let attack = ResultAttack(result, year: year)
      loot.withheld += attack.cells.count
      func behind(_ cells: some Sequence<Int>) -> Set<Int> {
        cells.reduce(into: []) { found, cell in
          found.formUnion(
            farms.behind(
              attack.cells[cell].territory, attack.cells[cell].slice, year: year))
        }
      }
      func isOfFew(_ cells: some Sequence<Int>) -> Bool {
        (1..<fewest).contains(behind(cells).count)
      }
      loot.determined += attack.attack.determined.count { isOfFew([$0]) }
      loot.sumsOfFew += attack.attack.knownSums.count { isOfFew($0) }
      for (number, cell) in attack.cells.enumerated() where isOfFew([number]) {
        let truth = try #require(
          whole.assessments.first {
            $0.territory == cell.territory && $0.slice == cell.slice && $0.pollutant == .nh3
          }?.series.first { $0.point.year == year }?.point.emission
        ).kilogramsPerYear
        guard let bounds = attack.attack.bounds(of: number) else { continue }
        if bounds.high < truth * 1.1 * (1 - 1e-6) || bounds.low > truth * 0.9 * (1 + 1e-6) {
          loot.close += 1
        }
      }
    }
    return loot
  }

  @Test func nothingOfFewFarmsCanBeRecovered() throws {
    var withheld = 0
    for seed in 1...120 as ClosedRange<UInt64> {
      let loot = try Self.loot(MadeFarms(seed: seed), withSecondary: true)
      withheld += loot.withheld
      #expect(loot.shownOfFew == 0, "seed \(seed)")
      #expect(loot.determined == 0, "seed \(seed)")
      #expect(loot.sumsOfFew == 0, "seed \(seed)")
      #expect(loot.close == 0, "seed \(seed)")
    }
    #expect(withheld > 1_000)
  }

  @Test func theAttackSucceedsWithoutSecondarySuppression() throws {
    var all = Loot()
    for seed in 1...40 as ClosedRange<UInt64> {
      let loot = try Self.loot(MadeFarms(seed: seed), withSecondary: false)
      #expect(loot.shownOfFew == 0, "seed \(seed)")
      all.determined += loot.determined
      all.sumsOfFew += loot.sumsOfFew
      all.close += loot.close
    }
    #expect(all.determined > 20)
    #expect(all.sumsOfFew > 20)
    #expect(all.close > 20)
  }
}
