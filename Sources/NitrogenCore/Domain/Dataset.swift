// SPDX-License-Identifier: GPL-3.0-or-later

/// How close to the publisher a set of figures is.
public enum SourceGrade: String, Hashable, Sendable {
  /// Read from the publisher's own file.
  case official
  /// Passed on by others and not checked against the publisher's file.
  case secondHand = "second-hand"
  /// Made up, for examples and tests.
  case made
}

/// A folder of tables that belong together, as read.
public struct Dataset: Sendable {
  /// The name in the data package, also the stem of its output files.
  public let name: String
  /// The title in the data package.
  public let title: String
  /// The folder, as the user named it.
  public let folder: String
  /// How close to the publisher its figures are.
  public let grade: SourceGrade
  /// The boundary its classified rows are to be read with; `nil` leaves it to the policy.
  public let boundary: BoundaryID?
  /// The emission figures, in file order.
  public let records: [EmissionRecord]
  /// The names of provinces and municipalities that occur, by territory.
  public let names: [Territory: String]
  /// The files read, data package first, as the user named them.
  public let files: [String]
  /// The measures, in file order.
  public let measures: [Measure]
  /// The points of plans, in file order.
  public let plan: [PlanPoint]
  /// The correlations between areas, in file order; empty where one number is to serve for all.
  public let correlations: [ZoneCorrelation]

  /// Makes a dataset.
  public init(
    name: String, title: String, folder: String, grade: SourceGrade, boundary: BoundaryID?,
    records: [EmissionRecord], names: [Territory: String], files: [String],
    measures: [Measure] = [], plan: [PlanPoint] = [], correlations: [ZoneCorrelation] = []
  ) {
    self.name = name
    self.title = title
    self.folder = folder
    self.grade = grade
    self.boundary = boundary
    self.records = records
    self.names = names
    self.files = files
    self.measures = measures
    self.plan = plan
    self.correlations = correlations
  }
}
