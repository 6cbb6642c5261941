// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import Foundation
import NitrogenRuns

/// `stikstof verify`: the results of a run held against its manifest, and against the run done again.
struct Verify: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Recompute results from their manifest, and compare them byte for byte.",
    discussion: """
      Every input, policy pack, reference file and output must be the one that the manifest names by \
      SHA-256; then the run is done again in a temporary place and compared. Relative paths are \
      taken from the current folder, or from the manifest's where more of the inputs are found \
      there. Results of assess, of zone and of rounds can be recomputed; those of other commands \
      are held against their digests only. Exit code 0: verified; 2: not.
      """)

  @Argument(
    help: "The manifest.json of results, or the folder that holds it.", completion: .file())
  var manifest: String

  @Option(help: ArgumentHelp("How many threads may work; else all cores.", valueName: "n"))
  var threads: Int?

  @OptionGroup var areas: AreasOptions

  func validate() throws {
    if let threads, !(1...64).contains(threads) {
      throw ValidationError("--threads takes 1 to 64, found '\(threads)'.")
    }
  }

  func run() throws {
    let verification = Verification(
      manifestAt: manifest, areasFolder: areas.areasDir,
      threads: threads ?? ProcessInfo.processInfo.activeProcessorCount)
    let count = verification.problems.count
    let end =
      verification.isVerified
      ? "verified" : "not verified: \(count) problem\(count == 1 ? "" : "s")"
    Console.print(result: (verification.lines + [end, ""]).joined(separator: "\n"))
    guard verification.isVerified else {
      verification.problems.forEach(Console.note)
      throw Outcome.unusable
    }
  }
}
