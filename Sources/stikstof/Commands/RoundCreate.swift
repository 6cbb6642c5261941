// SPDX-License-Identifier: GPL-3.0-or-later

import ArgumentParser
import NitrogenAssessment
import NitrogenCore
import NitrogenRuns

extension RoundCommand {
  /// `stikstof round create`
  struct Create: ParsableCommand {
    static let configuration = CommandConfiguration(
      abstract: "Assess datasets and freeze the result as the next round.",
      discussion: """
        The round is written whole or not at all, and never over another. A dataset that cannot be \
        used stops it. Its results can be recomputed: verify DIR/NAME/manifest.json.

        Exit codes: 0 frozen, nothing flagged; 1 frozen, at least one territory flagged; 2 not \
        frozen; 64 wrong usage.
        """)

    @Argument(help: "Folders of datasets, or files of sources.")
    var inputs: [String]

    @OptionGroup var folder: FolderOptions

    @Option(help: "The name of the round: letters, digits, '-', '_' and '.'.")
    var name: String

    @Option(
      help: ArgumentHelp(
        "The day the round is made; later than that of the last one.", valueName: "yyyy-mm-dd"))
    var date: CalendarDay

    @OptionGroup var verdicts: VerdictOptions

    @Flag(
      help: "Keep figures behind which too few farms stand to be shown, as for assess.")
    var `private` = false

    @OptionGroup(title: "Zones from sources") var zones: ZoneOptions

    @OptionGroup(title: "Reading sources") var reading: SourceReadingOptions

    @OptionGroup(title: "Probability") var projection: ProjectionOptions

    @OptionGroup(title: "Policy") var setting: SettingOptions

    func validate() throws {
      if !RoundRequest.isName(name) {
        throw ValidationError(
          "--name takes up to \(RoundRequest.longestName) letters, digits, '-', '_' and '.', not "
            + "beginning with '-' or '.', found '\(name)'.")
      }
    }

    func run() throws {
      try running {
        let rounds = try RoundFolder(path: folder.rounds, mayBeAbsent: true)
        let request = RoundRequest(name: name, date: date)
        try rounds.check(request)
        let asked = projection.adding(to: self.setting.request)
        let setting = try RunSetting.readOrExit(asked)
        let zones = try self.zones.request(
          setting, reading: reading, boundary: verdicts.boundaryID)
        let inputs = try RunInputs.read(self.inputs, setting: setting, zones: zones)
        Console.print(inputs.diagnostics)
        var wanted = AssessmentRequest(
          arguments: self.inputs,
          options: verdicts.options(projection),
          setting: asked, zones: zones)
        wanted.isPrivate = `private`
        let made = try rounds.create(request, inputs: inputs, setting: setting, asked: wanted)
        if `private` { Console.note(Assess.privateNote) }
        Console.note("froze round \(name) in \(folder.rounds)/\(name)")
        if made.exitCode != 0 { throw ExitCode(made.exitCode) }
      }
    }
  }
}
