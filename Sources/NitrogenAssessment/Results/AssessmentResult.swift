// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// One flagged fact (*signalering*): a result, never an error.
public struct Finding: Sendable {
  /// How much weight it has.
  public enum Severity: String, Hashable, Sendable {
    /// A goal for the law is off its path or missed.
    case hard
    /// An aim, or a target inherited from the nation, is off its path or missed.
    case soft
    /// Something the reader must know that raises no flag.
    case information
  }

  /// What it is about; `nil` for the run as a whole.
  public let territory: Territory?
  /// The sector or part, where it is about one.
  public let slice: SectorSlice?
  /// The compound, where it is about one.
  public let pollutant: Pollutant?
  /// The target year, where it is about one.
  public let target: Int?
  /// What kind of fact: `offTrack`, `missed`, `atRisk`, `secondHandPolicy`, ...
  public let code: String
  /// How much weight it has.
  public let severity: Severity
  /// Whether it raises a flag.
  public let isFlag: Bool
  /// The fact in a sentence.
  public let message: String
  /// What the sentence says, for telling it in another language.
  public let telling: Telling

  /// Makes a finding.
  public init(
    territory: Territory?, slice: SectorSlice?, pollutant: Pollutant?, target: Int?, code: String,
    severity: Severity, isFlag: Bool, message: String, telling: Telling? = nil
  ) {
    self.territory = territory
    self.slice = slice
    self.pollutant = pollutant
    self.target = target
    self.code = code
    self.severity = severity
    self.isFlag = isFlag
    self.message = message
    self.telling = telling ?? Telling(code)
  }
}

/// A sum held against another figure that should agree with it.
public struct ClosureCheck: Sendable {
  /// What is held against what.
  public enum Kind: String, Hashable, Sendable {
    /// The rings of each area against the area; exact.
    case ringsToArea
    /// The zones of a province's areas against the province's figure of the same edition.
    case zonesToProvince
    /// The zones of all areas against the published national figure, each source counted once.
    case zonesToNation
  }

  /// What is held against what.
  public let kind: Kind
  /// The province or nation, or `nil` where the check runs over all areas of a dataset.
  public let territory: Territory?
  /// The name of the dataset; `nil` for the nation.
  public let dataset: String?
  /// The ring, where the check is about one.
  public let ring: Ring?
  /// The sector or part.
  public let slice: SectorSlice
  /// The compound.
  public let pollutant: Pollutant
  /// The emission year.
  public let year: Int
  /// The sum, kg/yr.
  public let sum: EmissionRate
  /// The figure it is held against, kg/yr; `nil` when that is not known.
  public let reference: EmissionRate?
  /// Whether the sum counts a source once for every area it is near: then it is an upper bound.
  public let isUpperBound: Bool
  /// Whether every cell and component of both is known.
  public let isComplete: Bool
  /// What to know when reading it.
  public let note: String
  /// What the note says, piece by piece, for telling it in another language.
  public let tellings: [Telling]
  /// Whether it may be shown to everybody as it is.
  public let disclosure: Disclosure

  /// Makes a check.
  public init(
    kind: Kind, territory: Territory?, dataset: String?, ring: Ring?, slice: SectorSlice,
    pollutant: Pollutant, year: Int, sum: EmissionRate, reference: EmissionRate?,
    isUpperBound: Bool, isComplete: Bool, note: String, tellings: [Telling] = [],
    disclosure: Disclosure = .published
  ) {
    self.kind = kind
    self.territory = territory
    self.dataset = dataset
    self.ring = ring
    self.slice = slice
    self.pollutant = pollutant
    self.year = year
    self.sum = sum
    self.reference = reference
    self.isUpperBound = isUpperBound
    self.isComplete = isComplete
    self.note = note
    self.tellings = tellings
    self.disclosure = disclosure
  }

  /// Sum minus reference, kg/yr.
  public var difference: EmissionRate? { reference.map { sum - $0 } }

  /// The difference as a fraction of the reference; `nil` when that is zero or not known.
  public var relativeDifference: Fraction? {
    guard let reference, reference > .zero else { return nil }
    return Fraction(sum / reference - 1)
  }
}

/// A policy key that a computation needed and no pack fills.
public struct UnresolvedKey: Sendable {
  /// The key.
  public let key: PolicyKey
  /// The silent record, or `nil` when no pack mentions the key at all.
  public let entry: PolicyEntry?
  /// What could not be computed without it.
  public let neededFor: String
  /// The same, for telling it in another language.
  public let telling: Telling?

  /// Makes an unresolved key.
  public init(key: PolicyKey, entry: PolicyEntry?, neededFor: String, telling: Telling? = nil) {
    self.key = key
    self.entry = entry
    self.neededFor = neededFor
    self.telling = telling
  }
}

/// Everything that a run of the assessment found.
public struct AssessmentResult: Sendable {
  /// What was asked for.
  public let options: AssessmentOptions
  /// The policy it was held against.
  public let policy: Policy
  /// The areas, provinces, boundaries and national figures it used.
  public let reference: ReferenceData
  /// The datasets, by name; without their rows.
  public let datasets: [DatasetSummary]
  /// The assessments: nation first, then provinces, municipalities, areas with their rings.
  public let assessments: [Assessment]
  /// The zones of datasets taken together, by dataset, sector and pollutant.
  public let joint: [JointProjection]
  /// Sums held against other figures.
  public let closure: [ClosureCheck]
  /// What policy leaves open, by key.
  public let unresolved: [UnresolvedKey]
  /// What the reader must know; flags first.
  public let findings: [Finding]
  /// The names of territories that are not in the catalogue.
  public let names: [Territory: String]
  /// The nation's assessments, where this is part of a result that does not hold them itself: what
  /// is inherited is looked up here.
  public let national: [Assessment]
  /// The measures of the batch, by dataset, each once; what they do is in the projections.
  public let measures: [MeasureSelection.Entry]

  /// Makes a result.
  public init(
    options: AssessmentOptions, policy: Policy, reference: ReferenceData,
    datasets: [DatasetSummary], assessments: [Assessment], joint: [JointProjection] = [],
    closure: [ClosureCheck],
    unresolved: [UnresolvedKey], findings: [Finding], names: [Territory: String],
    national: [Assessment] = [], measures: [MeasureSelection.Entry] = []
  ) {
    self.options = options
    self.policy = policy
    self.reference = reference
    self.datasets = datasets
    self.assessments = assessments
    self.joint = joint
    self.closure = closure
    self.unresolved = unresolved
    self.findings = findings
    self.names = names
    self.national = national
    self.measures = measures
  }

  /// The name of a territory as people know it.
  public func name(of territory: Territory) -> String {
    switch territory {
    case .nation: "Netherlands"
    case .area(let code), .ring(let code, _): reference.catalogue[code]?.name ?? "area \(code)"
    case .province, .municipality: names[territory] ?? territory.code ?? ""
    }
  }

  /// The provinces a territory lies in, largest share first.
  public func provinces(of territory: Territory) -> [String] {
    switch territory {
    case .area(let code), .ring(let code, _): reference.catalogue[code]?.provinces ?? []
    case .province: [name(of: territory)]
    case .nation, .municipality: []
    }
  }
}

/// What a run says about a dataset it read.
public struct DatasetSummary: Sendable {
  /// The name in the data package.
  public let name: String
  /// The title in the data package.
  public let title: String
  /// The folder, as the user named it.
  public let folder: String
  /// How close to the publisher its figures are.
  public let grade: SourceGrade
  /// How many emission figures it holds.
  public let rows: Int
  /// How many of them are unknown.
  public let unknownCells: Int
  /// How many areas it has zones of.
  public let areas: Int

  /// Makes a summary.
  public init(
    name: String, title: String, folder: String, grade: SourceGrade, rows: Int,
    unknownCells: Int, areas: Int
  ) {
    self.name = name
    self.title = title
    self.folder = folder
    self.grade = grade
    self.rows = rows
    self.unknownCells = unknownCells
    self.areas = areas
  }
}

/// What the user asked of an assessment.
public struct AssessmentOptions: Hashable, Sendable {
  /// From which status on a verdict raises a flag.
  public enum FailOn: String, CaseIterable, Hashable, Sendable {
    /// `offTrack` and `missed` flag.
    case offTrack = "off-track"
    /// `atRisk` flags too.
    case atRisk = "at-risk"
    /// Flags as for off-track, and the exit code stays 0.
    case never
  }

  /// The latest emission year that counts; `nil` for no limit.
  public let asOf: Int?
  /// The sector boundary for classified rows and the nation; `nil` leaves it to the policy.
  public let boundary: BoundaryID?
  /// From which status on a verdict raises a flag.
  public let failOn: FailOn
  /// How many draws probabilities rest on where there is no closed form.
  public let draws: Int
  /// The seed of the draws.
  public let seed: UInt64

  /// The number of draws unless another is asked for.
  public static let defaultDraws = 10_000

  /// Makes options.
  public init(
    asOf: Int? = nil, boundary: BoundaryID? = nil, failOn: FailOn = .offTrack,
    draws: Int = defaultDraws, seed: UInt64 = 1
  ) {
    self.asOf = asOf
    self.boundary = boundary
    self.failOn = failOn
    self.draws = draws
    self.seed = seed
  }
}
