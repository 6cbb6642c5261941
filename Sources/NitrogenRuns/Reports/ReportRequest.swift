// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenWords

/// What the user asked of reports.
public struct ReportRequest: Sendable {
  /// Which areas get a page.
  public enum Selection: Hashable, Sendable {
    /// Those of these numbers and names.
    case named([String])
    /// The priority areas.
    case priority
    /// Every area that the datasets have figures of.
    case all
  }

  /// What is written beside the pages.
  public struct Extras: OptionSet, Hashable, Sendable {
    /// The bits.
    public let rawValue: Int

    /// Makes a set from its bits.
    public init(rawValue: Int) { self.rawValue = rawValue }

    /// A PDF of each page.
    public static let pdf = Extras(rawValue: 1)
    /// Each figure as SVG and PNG.
    public static let figures = Extras(rawValue: 2)
    /// Tables and layers for other programs.
    public static let files = Extras(rawValue: 4)
  }

  /// What is asked of the assessment behind the reports.
  public var assessment: AssessmentRequest
  /// Which areas get a page.
  public var selection: Selection
  /// The language.
  public var language: Language
  /// The folder to write to.
  public var output: String
  /// What is written beside the pages.
  public var extras: Extras = [.pdf, .figures, .files]
  /// A file of outlines for maps; `nil` for schematic ones.
  public var outlines: String?
  /// The property of an outline that holds the national number; `nil` for the usual one.
  public var areaKey: String?
  /// Files and datasets of measurements.
  public var measurements: [String] = []
  /// A file of modelled series of the same stations; `nil` for none.
  public var modelled: String?
  /// The folder of the monitoring rounds; `nil` for none.
  public var rounds: String?
  /// How many threads may work; nothing of a result depends on it.
  public var threads = 1

  /// Makes a request.
  public init(
    assessment: AssessmentRequest, selection: Selection, language: Language, output: String
  ) {
    self.assessment = assessment
    self.selection = selection
    self.language = language
    self.output = output
  }
}
