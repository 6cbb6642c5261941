// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
public import NitrogenCore

/// What things are called.
extension Narrator {
  /// A status: `op koers`, `on track`.
  public func status(_ status: Status) -> String {
    switch status {
    case .met: words(NamePhrase.met)
    case .metUnproven: words(NamePhrase.metUnproven)
    case .onTrack: words(NamePhrase.onTrack)
    case .atRisk: words(NamePhrase.atRisk)
    case .offTrack: words(NamePhrase.offTrack)
    case .missed: words(NamePhrase.missed)
    case .undetermined: words(NamePhrase.undetermined)
    }
  }

  /// A territory as people know it: `Veluwe`, `Veluwe, 0–250 m`, `Nederland`.
  public func name(_ territory: Territory) -> String {
    switch territory {
    case .nation: words(NamePhrase.nation)
    case .province, .municipality: result.name(of: territory)
    case .area(let code): name(code)
    case .ring(let code, let ring):
      words(
        NamePhrase.ringOf, ["area": .text(name(code)), "ring": .text(self.ring(ring))])
    }
  }

  private func name(_ code: AreaCode) -> String {
    result.reference.catalogue[code]?.name
      ?? words(NamePhrase.areaNumber, ["number": .text("\(code)")])
  }

  /// A ring: `in het gebied`, `0–250 m`.
  public func ring(_ ring: Ring) -> String {
    switch ring {
    case .inside: words(NamePhrase.inside)
    case .band(let from, let to):
      words(NamePhrase.metres, ["value": .text("\(words.count(from))–\(words.count(to))")])
    }
  }

  /// A sector or part: `landbouw`, `landbouw, stal`.
  public func slice(_ slice: SectorSlice) -> String {
    let sector =
      switch slice.sector {
      case .agriculture: words(NamePhrase.agriculture)
      case .industry: words(NamePhrase.industry)
      case .mobility: words(NamePhrase.mobility)
      case .other: words(NamePhrase.other)
      }
    return slice.part.map { "\(sector), \(part($0))" } ?? sector
  }

  /// A part of agriculture: `stal`, `housing`.
  public func part(_ part: SectorPart) -> String {
    switch part {
    case .housing: words(NamePhrase.housing)
    case .storage: words(NamePhrase.storage)
    case .grazing: words(NamePhrase.grazing)
    case .field: words(NamePhrase.field)
    }
  }

  /// A sector as the subject of a sentence: `de landbouw`, `agriculture`.
  func subject(_ slice: SectorSlice) -> String {
    let sector =
      switch slice.sector {
      case .agriculture: words(NamePhrase.theAgriculture)
      case .industry: words(NamePhrase.theIndustry)
      case .mobility: words(NamePhrase.theMobility)
      case .other: words(NamePhrase.theOther)
      }
    return slice.part.map { "\(sector), \(part($0))" } ?? sector
  }

  /// A compound with its subscript: `NH₃`, `NOx`.
  public func pollutant(_ pollutant: Pollutant) -> String {
    switch pollutant {
    case .nh3: "NH₃"
    case .nox: "NOx"
    }
  }

  /// How a figure is known: `opgegeven`, `afgeleid`, `aanname`.
  public func provenance(_ provenance: Provenance) -> String {
    switch provenance {
    case .stated: words(NamePhrase.stated)
    case .derived: words(NamePhrase.derived)
    case .assumed: words(NamePhrase.assumed)
    }
  }

  /// How a policy record knows what it says: `opgegeven`, `niet bepaald`.
  public func status(of record: PolicyRecord) -> String {
    switch record.status {
    case .stated: words(NamePhrase.stated)
    case .derived: words(NamePhrase.derived)
    case .silent: words(NamePhrase.silent)
    case .assumed: words(NamePhrase.assumed)
    }
  }

  /// How binding a target is.
  public func kind(_ kind: TargetKind) -> String {
    switch kind {
    case .statutory: words(NamePhrase.statutory)
    case .aim: words(NamePhrase.aim)
    case .shadow: words(NamePhrase.shadow)
    case .indicative: words(NamePhrase.indicative)
    }
  }

  /// How close to the publisher figures are.
  public func grade(_ grade: SourceGrade) -> String {
    switch grade {
    case .official: words(NamePhrase.official)
    case .secondHand: words(NamePhrase.secondHand)
    case .made: words(NamePhrase.made)
    }
  }

  /// How sure it is that a measure comes about.
  public func evidence(_ grade: EvidenceGrade) -> String {
    switch grade {
    case .enforceableLaw: words(NamePhrase.enforceableLaw)
    case .permitChanged: words(NamePhrase.permitChanged)
    case .contract: words(NamePhrase.contract)
    case .subsidyRealised: words(NamePhrase.subsidyRealised)
    case .planned: words(NamePhrase.planned)
    case .assumed: words(NamePhrase.assumedEffect)
    }
  }

  /// How much weight a finding has.
  public func severity(_ severity: Finding.Severity) -> String {
    switch severity {
    case .hard: words(NamePhrase.hard)
    case .soft: words(NamePhrase.soft)
    case .information: words(NamePhrase.information)
    }
  }

  /// How the years ahead follow from those that are known.
  public func model(_ model: ProjectionModel) -> String {
    switch model {
    case .logLinear: words(NamePhrase.logLinear)
    case .robust: words(NamePhrase.robust)
    case .autoregressive: words(NamePhrase.autoregressive)
    case .plan: words(NamePhrase.plan)
    case .steffen: words(NamePhrase.steffen)
    case .none: words(NamePhrase.noModel)
    }
  }

  /// Which measures a projection counts: `vastgesteld beleid`.
  public func measures(_ set: MeasureSet) -> String {
    switch set {
    case .existingMeasures: words(NamePhrase.existingMeasures)
    case .additionalMeasures: words(NamePhrase.additionalMeasures)
    }
  }

  /// What a verdict was read against.
  public func basis(_ basis: VerdictBasis) -> String {
    switch basis {
    case .path: words(NamePhrase.path)
    case .straightLine: words(NamePhrase.straightLine)
    }
  }

  /// The name of a figure that is not known, as `Assessment.missing` gives it:
  /// `landbouw, stal NH₃, 0–250 m, 2022`.
  public func cell(_ name: String) -> String {
    if let mark = name.firstRange(of: ": no rows in the source"), mark.upperBound == name.endIndex {
      let pieces = name[..<mark.lowerBound].split(separator: " ")
      if pieces.count == 2, let slice = SectorSlice(label: pieces[0]),
        let pollutant = Pollutant(rawValue: String(pieces[1]))
      {
        return words(
          NamePhrase.noRows,
          ["slice": .text(self.slice(slice)), "pollutant": .text(self.pollutant(pollutant))])
      }
    }
    if let mark = name.firstRange(of: " (not split in the source, boundary "), name.hasSuffix(")") {
      return words(
        NamePhrase.notSplit,
        [
          "name": .text(cell(String(name[..<mark.lowerBound]))),
          "boundary": .text(String(name[mark.upperBound...].dropLast())),
        ])
    }
    let pieces = name.split(separator: " ")
    // `57 0-250 agriculture.housing NH3 2022`, as the zones of a dataset are named.
    if pieces.count == 5, let ring = Ring(label: pieces[1]),
      let slice = SectorSlice(label: pieces[2]),
      let pollutant = Pollutant(rawValue: String(pieces[3]))
    {
      return "\(self.slice(slice)) (\(self.pollutant(pollutant))), \(self.ring(ring)), \(pieces[4])"
    }
    if let first = pieces.first, let slice = SectorSlice(label: first) {
      return ([self.slice(slice)] + pieces.dropFirst().map(String.init)).joined(separator: " ")
    }
    return name
  }
}
