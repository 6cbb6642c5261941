// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore
import NitrogenReports

/// The national inventory as lines of the form in which CEIP gives out what countries report:
/// `ISO2;YEAR;SECTOR;POLLUTANT;UNIT;NUMBER/FLAG`.
///
/// A line stands for the whole of its sector. Where the figures at hand cannot tell a sector from another, or
/// leave part of it open, its line is left out, and a comment at the top says so: nothing is guessed.
public struct CEIPLines {
  /// A line.
  public struct Line: Hashable, Sendable {
    /// The emission year.
    public let year: Int
    /// The aggregated sector, such as `F_RoadTransport`.
    public let sector: String
    /// The compound.
    public let pollutant: Pollutant
    /// The emission of the sector.
    public let emission: EmissionRate
  }

  /// A sector without a line.
  public struct Gap: Hashable, Sendable {
    /// The emission year.
    public let year: Int
    /// The aggregated sector.
    public let sector: String
    /// The compound.
    public let pollutant: Pollutant
    /// The activities of the inventory that stand in the way, in order.
    public let activities: [String]
  }

  /// The lines, by compound, year and sector.
  public let lines: [Line]
  /// The sectors that have none, in the same order.
  public let gaps: [Gap]
  private let releases: [Pollutant: Vintage]
  private let tool: String

  /// Adds up an inventory.
  ///
  /// - Parameters:
  ///   - inventory: the national figures.
  ///   - table: which activity belongs where.
  ///   - tool: the name and version of the program, for the comment at the top.
  public init(_ inventory: NationalInventory, table: GNFRTable, tool: String) {
    var lines: [Line] = []
    var gaps: [Gap] = []
    for pollutant in Pollutant.allCases.sorted() {
      guard let release = table.releases[pollutant] else { continue }
      let records = inventory.records.map(\.record).filter {
        $0.pollutant == pollutant && $0.vintage == release && $0.territory == .nation
      }
      for year in Set(records.map(\.year)).sorted() {
        let sums = Self.sums(records.filter { $0.year == year }, table)
        for (sector, sum) in sums.sorted(by: { $0.key < $1.key }) {
          if sum.obstacles.isEmpty {
            lines.append(
              Line(year: year, sector: sector, pollutant: pollutant, emission: sum.emission))
          } else {
            gaps.append(
              Gap(
                year: year, sector: sector, pollutant: pollutant,
                activities: sum.obstacles.sorted()))
          }
        }
      }
    }
    self.lines = lines
    self.gaps = gaps
    self.releases = table.releases
    self.tool = tool
  }

  private struct Sum {
    var emission = EmissionRate.zero
    var obstacles: Set<String> = []
  }

  private static func sums(_ records: [EmissionRecord], _ table: GNFRTable) -> [String: Sum] {
    var sums: [String: Sum] = [:]
    for record in records {
      guard case .code(let code) = record.activity else { continue }
      // An activity nobody placed could belong anywhere; it stands beside, and is told.
      let sectors = table.sectors(of: code) ?? []
      for sector in sectors {
        if sectors.count == 1, let emission = record.emission {
          sums[sector, default: Sum()].emission = sums[sector, default: Sum()].emission + emission
        } else {
          sums[sector, default: Sum()].obstacles.insert(code.label)
        }
      }
      if sectors.isEmpty { sums[unplaced, default: Sum()].obstacles.insert(code.label) }
    }
    return sums
  }

  /// What stands for a sector where an activity has none.
  static let unplaced = "(no sector)"

  /// The file.
  public var text: String {
    var text = "# Content: national emissions of the Netherlands, made by \(tool); no submission\n"
    let sources = releases.sorted { $0.key < $1.key }.map { "\($0.key.label) \($0.value)" }
    text += "# Origin: \(sources.joined(separator: ", ")); sectors by \(GNFRTable.file), assumed\n"
    for gap in gaps {
      text +=
        "# Left out: \(gap.year) \(gap.sector) \(gap.pollutant.label), not told apart or unknown: "
        + gap.activities.joined(separator: ", ") + "\n"
    }
    text += "# Format: ISO2;YEAR;SECTOR;POLLUTANT;UNIT;NUMBER/FLAG\n"
    for line in lines {
      let gigagrams = PlainNumber.text(line.emission.inKilotonnes)
      text += "NL;\(line.year);\(line.sector);\(line.pollutant.label);Gg;\(gigagrams)\n"
    }
    return text
  }
}

extension EmissionRate {
  /// In kt per year, which is Gg, to the milligram: what lies below is noise of adding up.
  var inKilotonnes: Double { (kilogramsPerYear * 1e6).rounded() / 1e12 }
}
