// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
import NitrogenReports

extension RoundFolder {
  /// What differs in how two rounds were made, other than their data: program, limits, policy.
  ///
  /// - Parameters:
  ///   - old: the earlier round.
  ///   - new: the later round.
  /// - Returns: a line for each difference; empty when both were made alike.
  public func settingChanges(from old: MonitoringRound, to new: MonitoringRound) -> [String] {
    var lines: [String] = []
    func tell(_ what: String, _ before: String, _ after: String) {
      if before != after { lines.append("\(what): \(before), then \(after)") }
    }
    tell("program", "\(old.tool) \(old.toolVersion)", "\(new.tool) \(new.toolVersion)")
    tell("--seed", "\(old.seed)", "\(new.seed)")
    tell("--as-of", old.asOf.map { "\($0)" } ?? "none", new.asOf.map { "\($0)" } ?? "none")
    tell("--fail-on", old.failOn, new.failOn)
    guard let before = manifest(of: old), let after = manifest(of: new) else {
      return lines + ["policy: a manifest of another version of the program is not compared"]
    }
    func boundary(_ manifest: Manifest) -> String {
      ((try? manifest.options.boundary()) ?? nil) ?? "that of policy"
    }
    tell("--boundary", boundary(before), boundary(after))
    for pack in before.policy where !after.policy.contains(where: { $0.id == pack.id }) {
      lines.append("policy pack '\(pack.id)': no longer in force\(Self.assumptions(pack, before))")
    }
    for pack in after.policy {
      let earlier = before.policy.first { $0.id == pack.id }
      guard earlier?.sha256 != pack.sha256 else { continue }
      guard let earlier else {
        lines.append("policy pack '\(pack.id)': was not in force\(Self.assumptions(pack, after))")
        continue
      }
      let then = Self.assumptions(earlier, before)
      lines.append(
        "policy pack '\(pack.id)': changed"
          + (then.isEmpty ? "" : "\(then), then\(Self.assumptions(pack, after).dropFirst())"))
    }
    return lines
  }

  /// Whether a round keeps what may not be shown to everybody.
  func isPrivate(_ round: MonitoringRound) -> Bool {
    (try? manifest(of: round)?.options.flag("private")) ?? false
  }

  private func manifest(of round: MonitoringRound) -> Manifest? {
    ManifestReader.read("\(path)/\(round.name)/manifest.json").manifest
  }

  /// The assumptions that make the pack of the command line; nothing for other packs.
  private static func assumptions(_ pack: RunRecord.PolicyFile, _ manifest: Manifest) -> String {
    guard pack.origin == .commandLine, let texts = try? manifest.options.assumptions() else {
      return ""
    }
    return ", " + texts.map { "'\($0)'" }.joined(separator: ", ")
  }
}
