// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
public import NitrogenReports

/// What the user asked of an assessment: all that is needed to do it again.
public struct AssessmentRequest: Sendable {
  /// Folders of datasets and files of sources, as the user named them.
  public var arguments: [String]
  /// What was asked of the assessment.
  public var options: AssessmentOptions
  /// How results are written.
  public var format: OutputFormat
  /// What was asked of law, geography and policy.
  public var setting: SettingRequest
  /// How zones are made from sources; `nil` where sources are not wanted.
  public var zones: ZoneRequest?
  /// Whether what rests on too few farms to be shown to everybody is kept: then nothing of it is for
  /// publication.
  public var isPrivate = false

  /// Makes a request.
  public init(
    arguments: [String], options: AssessmentOptions, format: OutputFormat = .text,
    setting: SettingRequest, zones: ZoneRequest? = nil
  ) {
    self.arguments = arguments
    self.options = options
    self.format = format
    self.setting = setting
    self.zones = zones
  }
}
