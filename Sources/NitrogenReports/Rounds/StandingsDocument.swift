// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
import NitrogenCore

/// The series of a monitoring round as they are frozen: `series.json`.
///
/// Rounds are compared by these alone, so that a later layout of results changes nothing. Emissions
/// are in kg/yr; null is not known in full.
public enum StandingsDocument {
  /// The id of the layout.
  public static let schema = "urn:stikstof:round-series:1"

  /// Series as UTF-8.
  public static func bytes(_ standings: [SeriesStanding]) -> [UInt8] {
    var json = JSONWriter(capacity: 512 * standings.count)
    json.beginObject()
    json.member("schema", schema)
    json.objects("series", standings) { json, standing in
      json.series(standing.key, standing.name)
      json.member("dataset", standing.dataset)
      json.member("shadow", standing.isShadow)
      json.key("baseline")
      if let base = standing.baseline {
        json.beginObject(.fitting)
        json.member("year", base.year)
        json.member("kgPerYear", base.emission.kilogramsPerYear)
        json.member("derived", base.isDerived)
        json.endObject()
      } else {
        json.null()
      }
      json.objects("years", standing.years, .fitting) { json, year in
        json.member("year", year.year)
        json.member("kgPerYear", year.emission?.kilogramsPerYear)
        json.member("release", year.release.rawValue)
        json.member("provisional", year.isProvisional)
      }
      json.objects("targets", standing.targets, .fitting) { json, target in
        json.member("year", target.year)
        json.members(target.band)
      }
      json.objects("verdicts", standing.stands, .fitting) { json, stand in
        json.member("target", stand.target)
        json.member("status", stand.status.rawValue)
        json.member("inherited", stand.isInherited)
        json.member("flagged", stand.isFlagged)
      }
    }
    json.endObject()
    json.newLine(0)
    return json.bytes
  }
}
