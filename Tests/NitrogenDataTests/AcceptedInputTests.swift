// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

@Suite struct AcceptedInputTests {
  /// The rows that every folder of `accepted-input` holds in its own manner of writing.
  private static let rows = [
    "ring 57 inside agriculture.housing NH3 2021 1200.5 DASH 2023",
    "ring 57 0-250 agriculture.housing NH3 2021 unknown DASH 2023",
    "ring 57 inside industry NOx 2021 0.125 DASH 2023",
    "ring 38 inside agriculture.housing NH3 2021 1200.5 Fryslân, \"draft\"\nof 2023",
  ]

  @Test(arguments: DataFixtures.names(in: "accepted-input"))
  func readsEqualHoweverItIsWritten(_ name: String) throws {
    let reading = try DatasetReader.read(
      folder: DataFixtures.path("accepted-input", name),
      reference: DataFixtures.requireReference())
    #expect(reading.diagnostics.allSatisfy { $0.severity == .note })
    let dataset = try #require(
      reading.value, "\(DataFixtures.text(of: reading.diagnostics))")
    #expect(dataset.records.map(Self.words) == Self.rows)
    #expect(dataset.records.map(\.origin.line) == [2, 3, 4, 5])
    #expect(dataset.name == name)
    #expect(dataset.grade == .made)
  }

  @Test(arguments: [
    (
      "byte-order-mark",
      "Fixtures/accepted-input/byte-order-mark/zones.csv:1: note: "
        + "the file begins with a byte order mark; skipped\n"
    ),
    (
      "carriage-returns",
      "Fixtures/accepted-input/carriage-returns/zones.csv:1: note: "
        + "lines end in CR LF (Windows); accepted\n"
    ),
    ("plain", ""),
  ])
  func whatIsAcceptedWithANoteSaysSo(_ name: String, _ notes: String) throws {
    let reading = try DatasetReader.read(
      folder: DataFixtures.path("accepted-input", name),
      reference: DataFixtures.requireReference())
    #expect(DataFixtures.text(of: reading.diagnostics) == notes)
  }

  private static func words(_ record: EmissionRecord) -> String {
    var activity = ""
    if case .slice(let slice, let boundary) = record.activity, boundary.rawValue == "rivm-dash" {
      activity = slice.label
    }
    let territory = record.territory
    let emission = record.emission.map { "\($0.kilogramsPerYear)" } ?? "unknown"
    return "\(territory.kind) \(territory.area?.rawValue ?? 0) \(territory.ring?.label ?? "") "
      + "\(activity) \(record.pollutant.label) \(record.year) \(emission) \(record.vintage)"
  }
}
