// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore

/// Does a run again, from its manifest, into a folder of its own.
struct Recomputation {
  /// Why a run could not be done again.
  struct Failure: Error {
    let message: String
  }

  let manifest: Manifest
  let areasFolder: String
  /// The folder that relative paths are named from.
  let base: String
  let threads: Int

  /// Does the run again.
  ///
  /// - Parameter folder: an absolute path, at which nothing stands.
  /// - Throws: ``Failure``.
  func run(into folder: String) throws(Failure) {
    // Results name inputs as the user did, so that they must be found by the same names.
    let before = FileManager.default.currentDirectoryPath
    guard FileManager.default.changeCurrentDirectoryPath(base) else {
      throw Failure(message: "the folder '\(base)' cannot be entered")
    }
    defer { _ = FileManager.default.changeCurrentDirectoryPath(before) }
    do {
      switch manifest.command {
      case "assess": try assess(folder)
      case "zone": try zone(folder)
      case "report": try report(folder)
      default: throw Failure(message: "this program recomputes assess, zone and report")
      }
    } catch let failure as Failure {
      throw failure
    } catch let problem as ManifestOptions.Problem {
      throw Failure(message: problem.diagnostic.text)
    } catch {
      throw Failure(message: "\(error)")
    }
  }

  private func assess(_ folder: String) throws {
    let request = try manifest.options.assessment(manifest, areasFolder: areasFolder)
    let setting = try setting(request.setting)
    let inputs = try RunInputs.read(
      request.arguments, setting: setting, zones: request.zones, threads: threads)
    _ = try AssessmentRun(
      inputs, setting: setting, request: request,
      batch: BatchOptions(output: folder, keepsFinished: false, threads: threads))
  }

  private func zone(_ folder: String) throws {
    let (request, name, grade) = try manifest.options.zone(manifest, areasFolder: areasFolder)
    let (run, diagnostics) = try ZoneRun.make(
      manifest.arguments, request: request, setting: try setting(request.setting))
    guard let run else { throw Self.failure(diagnostics) }
    _ = try ZoneDataset.write(run, to: folder, name: name, grade: grade)
  }

  private func report(_ folder: String) throws {
    var request = try manifest.options.report(
      manifest, areasFolder: areasFolder, output: folder, threads: threads)
    let setting = try setting(request.assessment.setting)
    request.assessment.zones?.density = DensityRequest(policy: setting.policy)
    let inputs = try RunInputs.read(
      request.assessment.arguments, setting: setting, zones: request.assessment.zones,
      threads: threads)
    let (beside, diagnostics) = try ReportInputs.read(request, setting: setting)
    guard let beside else { throw Self.failure(diagnostics) }
    _ = try ReportRun(request, inputs: inputs, setting: setting, beside: beside)
  }

  private func setting(_ request: SettingRequest) throws -> RunSetting {
    let (setting, diagnostics) = try RunSetting.read(request)
    guard let setting else { throw Self.failure(diagnostics) }
    return setting
  }

  private static func failure(_ diagnostics: [Diagnostic]) -> Failure {
    Failure(
      message: diagnostics.first { $0.severity == .error }?.text ?? "the inputs cannot be used")
  }
}
