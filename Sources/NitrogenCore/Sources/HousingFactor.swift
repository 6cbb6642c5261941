// SPDX-License-Identifier: GPL-3.0-or-later

/// What an animal place in a housing system emits (*emissiefactor*), with its source.
public struct HousingFactor: Hashable, Sendable {
  /// The code of the housing system (*RAV-code*), such as `A1.100`; `nil` where none is printed.
  public let code: String?
  /// Whether a code alone stands for this row, among those that share it.
  public let isDefaultOfCode: Bool
  /// The animal category, such as `dairy cows`.
  public let category: String
  /// The housing system.
  public let housing: String
  /// The emission, kg NH₃ per animal place per year.
  public let kilogramsPerPlace: Double
  /// The emission years it holds for.
  public let years: YearSpan
  /// Where it was published.
  public let citation: FactorCitation

  /// Makes a factor from its row.
  public init(
    code: String?, isDefaultOfCode: Bool, category: String, housing: String,
    kilogramsPerPlace: Double, years: YearSpan, citation: FactorCitation
  ) {
    self.code = code
    self.isDefaultOfCode = isDefaultOfCode
    self.category = category
    self.housing = housing
    self.kilogramsPerPlace = kilogramsPerPlace
    self.years = years
    self.citation = citation
  }
}

/// Which share of the nitrogen brought onto land is lost as ammonia, with its source.
public struct FieldFactor: Hashable, Sendable {
  /// What is brought: `manure application` or `inorganic fertiliser`.
  public let kind: String
  /// The land: `grassland`, `cropland cropped`, `cropland uncropped` or `all`.
  public let land: String
  /// The technique or the fertiliser.
  public let technique: String
  /// The share that is lost as NH₃-N.
  public let loss: Fraction
  /// Of what it is the share: `TAN`, ammoniacal nitrogen, or `N`, all nitrogen.
  public let nitrogen: String
  /// The emission years it holds for.
  public let years: YearSpan
  /// Where it was published.
  public let citation: FactorCitation

  /// Makes a factor from its row.
  public init(
    kind: String, land: String, technique: String, loss: Fraction, nitrogen: String,
    years: YearSpan, citation: FactorCitation
  ) {
    self.kind = kind
    self.land = land
    self.technique = technique
    self.loss = loss
    self.nitrogen = nitrogen
    self.years = years
    self.citation = citation
  }
}

/// The years that something holds for, either end left open where the source gives none.
public struct YearSpan: Hashable, Sendable, CustomStringConvertible {
  /// The first year; `nil` where the source gives none.
  public let first: Int?
  /// The last year; `nil` where the source gives none.
  public let last: Int?

  /// Makes a span.
  public init(first: Int?, last: Int?) {
    self.first = first
    self.last = last
  }

  /// Whether a year lies in it.
  public func contains(_ year: Int) -> Bool {
    (first ?? .min) <= year && year <= (last ?? .max)
  }

  /// `2007 to 2022`, `from 2018 on`, `2022`, `up to 2006`, `any year`.
  public var description: String {
    switch (first, last) {
    case (let first?, let last?): first == last ? "\(first)" : "\(first) to \(last)"
    case (let first?, nil): "from \(first) on"
    case (nil, let last?): "up to \(last)"
    case (nil, nil): "any year"
    }
  }
}

/// Where an emission factor was published.
public struct FactorCitation: Hashable, Sendable {
  /// Who published it.
  public let publisher: String
  /// The report or the issue of the gazette.
  public let release: String
  /// The table in it.
  public let table: String
  /// How close to the publisher it is.
  public let grade: SourceGrade
  /// Where it stands with us.
  public let origin: RowReference

  /// Makes a citation.
  public init(
    publisher: String, release: String, table: String, grade: SourceGrade, origin: RowReference
  ) {
    self.publisher = publisher
    self.release = release
    self.table = table
    self.grade = grade
    self.origin = origin
  }
}

/// The emission factors there are.
public struct EmissionFactors: Sendable {
  /// Of housing systems.
  public let housing: [HousingFactor]
  /// Of manure and fertiliser on land.
  public let field: [FieldFactor]

  /// Makes a list; without arguments there are none.
  public init(housing: [HousingFactor] = [], field: [FieldFactor] = []) {
    self.housing = housing
    self.field = field
  }
}
