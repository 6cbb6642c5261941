// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import NitrogenRuns

/// Where law and geography stand, and which policy is in force.
struct SettingOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder with law and geography.",
      discussion: "Else STIKSTOF_AREAS, the installed folder, then 'Areas' here."))
  var areasDir: String?

  @Option(
    help: ArgumentHelp(
      "A policy pack by name, or a file of your own; repeatable, later ones override.",
      valueName: "pack"))
  var policy: [String] = []

  @Option(
    help: ArgumentHelp(
      "An assumption of yours for a policy key; repeatable, layered last.",
      valueName: "key=value"))
  var assume: [String] = []

  var request: SettingRequest {
    SettingRequest(areasFolder: areasDir, policies: policy, assumptions: assume)
  }
}

/// Only where law and geography stand.
struct AreasOptions: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The folder with law and geography.",
      discussion: "Else STIKSTOF_AREAS, the installed folder, then 'Areas' here."))
  var areasDir: String?
}
