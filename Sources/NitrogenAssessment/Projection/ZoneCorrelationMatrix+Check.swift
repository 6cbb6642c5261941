// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore
import NumericMethods

extension ZoneCorrelationMatrix {
  /// Whether the correlations of each dataset can hold together.
  ///
  /// - Parameters:
  ///   - datasets: the datasets; their order does not matter.
  ///   - policy: the packs in force, which may give the correlation of all other pairs.
  /// - Returns: an error for every sector and pollutant whose correlations contradict one another, at
  ///   the first row of the area with which they begin to.
  public static func check(_ datasets: [Dataset], policy: Policy) -> [Diagnostic] {
    datasets.sorted { $0.name < $1.name }.flatMap { dataset in
      Sector.allCases.flatMap { sector in
        Pollutant.allCases.compactMap { pollutant in
          check(
            dataset, sector, pollutant, others: policy.number("uncertainty.zone-correlation"))
        }
      }
    }
  }

  private static func check(
    _ dataset: Dataset, _ sector: Sector, _ pollutant: Pollutant, others: Double?
  ) -> Diagnostic? {
    let given = dataset.correlations.filter { $0.sector == sector && $0.pollutant == pollutant }
    guard !given.isEmpty else { return nil }
    let named = Set(given.flatMap { [$0.first, $0.second] })
    let wanted =
      others == nil ? named : named.union(dataset.records.compactMap(\.territory.area))
    let areas = wanted.sorted()
    let matrix = ZoneCorrelationMatrix(
      of: areas, from: given, sector, pollutant, others: others)
    // What is missing is unresolved, not contradictory.
    guard matrix.missing.isEmpty else { return nil }
    do throws(JointError) {
      _ = try JointMixing(
        .matrix(Matrix(columns: matrix.rows)), labels: areas.map { ["\($0)"] },
        order: Array(areas.indices))
      return nil
    } catch {
      var place = given[0].origin
      if case .notPositiveDefinite(let labels, _) = error,
        let row = given.first(where: { labels == ["\($0.first)"] || labels == ["\($0.second)"] })
      {
        place = row.origin
      }
      return Diagnostic(
        file: place.file, line: place.line,
        message: "\(sector.rawValue) \(pollutant.label): \(error.description)")
    }
  }
}
