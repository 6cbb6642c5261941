// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import NitrogenCore
import NitrogenData
import NitrogenRuns
import OutlineService

/// `stikstof areas fetch`: the official outlines, from the service that publishes them.
struct AreasFetch: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "fetch",
    abstract: "Get the official outlines of all areas and store them as a GeoPackage.",
    discussion: """
      The outlines come page by page from the service that natura2000/outlines.yaml of the areas \
      folder names. They are stored whole or not at all, with a record beside them (FILE.json) of \
      where they come from, when, and their SHA-256. A fetch that broke off is gone on with by \
      the same command within a day: finished pages are kept in FILE.pages.
      """)

  @Option(
    help: ArgumentHelp(
      "The GeoPackage to write.",
      discussion: "Else stikstof/outlines/natura2000.gpkg in XDG_DATA_HOME or ~/.local/share.",
      valueName: "file"))
  var output: String?

  @Option(
    help: ArgumentHelp("Another service than that of outlines.yaml.", valueName: "address"))
  var service: String?

  @Option(help: ArgumentHelp("How many features a page has.", valueName: "count"))
  var pageSize: Int?

  @Option(help: ArgumentHelp("After how much silence to give up, in s.", valueName: "seconds"))
  var timeout: Int = 60

  @Flag(help: "Keep the pages when the outlines are stored.")
  var keepPages = false

  @OptionGroup var areas: AreasOptions

  func validate() throws {
    if let output, !output.lowercased().hasSuffix(".gpkg") {
      throw ValidationError("--output takes a file that ends in .gpkg, found '\(output)'.")
    }
    if let pageSize, !(1...10_000).contains(pageSize) {
      throw ValidationError("--page-size takes 1 to 10000, found \(pageSize).")
    }
    if !(1...3600).contains(timeout) {
      throw ValidationError("--timeout takes 1 to 3600 s, found \(timeout).")
    }
  }

  func run() async throws {
    try await running {
      let setting = try RunSetting.readOrExit(SettingRequest(areasFolder: areas.areasDir))
      let reading = OutlineSourceReader.read(areasFolder: setting.areasFolder)
      Console.print(reading.diagnostics)
      guard let source = reading.value else { throw Outcome.unusable }
      guard let output = output ?? OutlineStore.defaultPath() else {
        Console.note(
          "\(Tool.name): error: no home folder is known; name the file to write with --output")
        throw Outcome.unusable
      }
      let address: ServiceAddress
      do {
        address = try ServiceAddress(service ?? source.service)
      } catch {
        Console.note("\(Tool.name): error: \(error)")
        throw Outcome.unusable
      }
      let fetch = OutlineFetch(
        OutlineFetch.Request(
          source: source, address: address, output: output, pageSize: pageSize,
          keepsPages: keepPages),
        catalogue: setting.reference.catalogue,
        client: HTTPClient(name: "\(Tool.name)/\(Tool.version)", timeout: timeout))
      let stored = try await fetch.run(Console.note)
      Console.print(stored.warnings)
      Console.print(
        result: "\(output)\n\(stored.record.summary)\nSHA-256 \(stored.record.sha256)\n")
    }
  }
}
