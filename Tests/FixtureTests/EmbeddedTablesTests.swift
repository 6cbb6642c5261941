// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenTestSupport
import Testing

/// The embedded tables say what the published ones say, cell by cell.
@Suite(.enabled(if: FixturePaths.referenceData != nil, "no STIKSTOF_REFERENCE_DATA"))
struct EmbeddedTablesTests {
  /// The rows of a published table, by column name.
  static func rows(_ name: String) throws -> [[String: String]] {
    let folder = try #require(FixturePaths.referenceData)
    let text = try String(contentsOfFile: "\(folder)/data/\(name)", encoding: .utf8)
    let lines = text.split(whereSeparator: \.isNewline).map { cells(of: $0) }
    let header = try #require(lines.first)
    return lines.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(header, $0)) }
  }

  /// The cells of a line; quotes enclose commas, none of the tables has a quote in a cell.
  static func cells(of line: Substring) -> [String] {
    var cells = [""]
    var isQuoted = false
    for character in line {
      switch character {
      case "\"": isQuoted.toggle()
      case "," where !isQuoted: cells.append("")
      default: cells[cells.count - 1].append(character)
      }
    }
    return cells
  }

  @Test func zonesOfTheProvincesAreThoseOfRIVM() throws {
    var embedded: [String: EmissionRate?] = [:]
    for dataset in try RealData.requireProvinces() {
      for record in dataset.records {
        guard case .ring(let area, let ring) = record.territory,
          case .slice(let slice, _) = record.activity
        else { continue }
        embedded["\(area) \(ring.label) \(slice.label) \(record.pollutant.label)"] =
          .some(record.emission)
      }
    }
    let published = try Self.rows("zone_emission_deposition_by_area.csv").filter {
      $0["selection"] == "sensitive"
    }
    #expect(published.count == 2_880)
    #expect(embedded.count == published.count)
    for row in published {
      let sector = try #require(row["sector"]).replacing("_", with: ".")
      let key =
        "\(row["area_nr"] ?? "") \(row["zone_m"] ?? "") \(sector) \(row["substance"] ?? "")"
      let cell = try #require(embedded[key], "\(key)")
      if let tonnes = Double(row["emission_t_yr"] ?? "") {
        expectClose(try #require(cell, "\(key)").tonnesPerYear, tonnes, relative: 1e-14, key)
      } else {
        #expect(cell == nil, "\(key) is open in the source")
      }
    }
  }

  @Test func theInventoryIsTheOneOfTheEmissieregistratie() throws {
    let names = [
      "Landbouw": "agriculture", "Chemische Industrie": "chemical_industry",
      "Overige industrie": "other_industry", "Raffinaderijen": "refineries",
      "Energiesector": "energy", "Afvalverwijdering": "waste", "Verkeer en vervoer": "traffic",
      "Consumenten": "consumers", "Handel, Diensten en Overheid (HDO)": "services",
      "Bouw": "construction",
    ]
    let published = try Self.rows("emissions_national_sector.csv").filter {
      $0["release"] == "ER-1990-2023-final" && $0["sector"] != "total"
    }
    let embedded = try RealData.requireReference().inventory.records.map(\.record).filter {
      $0.vintage.rawValue == "ER 1990-2023 final"
    }
    #expect(embedded.count == published.count)
    for record in embedded {
      guard case .code(let code) = record.activity else { continue }
      let row = try #require(
        published.first {
          $0["sector"] == names[code.sector] && $0["year"] == String(record.year)
            && $0["substance"] == record.pollutant.label
        }, "\(code.label) \(record.year)")
      let kilotonnes = try #require(Double(row["emission_kt"] ?? ""))
      expectClose(
        try #require(record.emission).kilotonnesPerYear, kilotonnes, relative: 1e-14, code.label)
    }
  }

  @Test func nijkerkIsTheOneOfTheRegister() throws {
    let published = try Self.rows("emissions_municipality_nijkerk.csv")
    let dataset = try RealData.requireDataset("municipalities/nijkerk")
    #expect(dataset.records.count == published.count)
    for record in dataset.records {
      guard case .code(let code) = record.activity else { continue }
      let row = try #require(
        published.first {
          $0["sector"] == code.sector && $0["year"] == String(record.year)
            && $0["substance"] == record.pollutant.label
        })
      let kilograms = try #require(Double(row["emission_kg"] ?? ""))
      #expect(record.emission?.kilogramsPerYear == kilograms, "\(code.label) \(record.year)")
    }
  }

  @Test func theCatalogueIsTheOneOfTheRegisters() throws {
    let published = try Self.rows("natura2000_areas.csv")
    let catalogue = try RealData.requireReference().catalogue
    #expect(catalogue.areas.count == published.count)
    for row in published {
      let code = AreaCode(rawValue: try #require(Int(row["nr"] ?? "")))
      let area = try #require(catalogue[code])
      #expect(area.name == row["name"])
      #expect((area.directive ?? "") == row["directive"])
      #expect(area.provinces.joined(separator: " / ") == row["provinces"])
      #expect(area.surface == Double(row["area_ha"] ?? ""))
      #expect(area.representativePoint?.x == Double(row["rd_x"] ?? ""))
      #expect(area.nitrogenSensitive == ["yes": true, "no": false][row["nitrogen_sensitive_rce"]])
      #expect(
        area.inDepositionMonitor == ["yes": true, "no": false][row["in_aerius_monitor_2023"]])
    }
  }

  @Test func provincesOf2022AreThoseOfTheExport() throws {
    let published = try Self.rows("emissions_province_subsector_2022.csv").filter {
      $0["province_code"]?.isEmpty == false
    }
    var embedded: [String: Double] = [:]
    for dataset in try RealData.requireProvinces() {
      for record in dataset.records {
        guard case .code(let code) = record.activity, let place = record.territory.code else {
          continue
        }
        embedded["\(place) \(code.label) \(record.pollutant.label)"] =
          record.emission?.kilogramsPerYear
      }
    }
    #expect(embedded.count == published.count)
    for row in published {
      let key =
        "\(row["province_code"] ?? "") \(row["sector"] ?? "")/\(row["subsector"] ?? "") "
        + (row["substance"] ?? "")
      #expect(embedded[key] == Double(row["emission_kg"] ?? ""), "\(key)")
    }
  }
}
