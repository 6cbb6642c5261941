// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// Why a measure does not work on a series, or what is to be known of one that does.
public struct MeasureNote: Hashable, Sendable {
  /// What there is to say.
  public enum Reason: Hashable, Sendable {
    /// Its grade does not count as secured.
    case notSecured(EvidenceGrade)
    /// It works in a smaller territory, whose share in a province or the nation is not known.
    case smallerTerritory
    /// It works in a province, and the area lies in several.
    case severalProvinces([String])
    /// Its territory and that of the series may overlap; how far is not known.
    case unknownOverlap
    /// What it works on has no known share in the series in the latest known year.
    case unknownShare(year: Int)
    /// What it works on has no emission in the latest known year.
    case noEmission(year: Int)
    /// It was in force all of the latest known year, whose figures hold it.
    case inFigures(year: Int)
    /// It ended before the years ahead.
    case ended(CalendarDay)
    /// It begins after the years asked for.
    case later(CalendarDay)
    /// It ends while the figures of the latest known year hold it; what comes back is not counted.
    case comesBack(CalendarDay)
    /// Policy does not know how its technique performs: it counts as on paper.
    case techniqueUnknown(String)
    /// No standard deviation is given: its effect counts as certain.
    case takenAsCertain
  }

  /// The measure, as ``MeasureSelection/Entry/name``.
  public let measure: String
  /// What there is to say.
  public let reason: Reason

  /// Makes a note.
  public init(measure: String, reason: Reason) {
    self.measure = measure
    self.reason = reason
  }

  /// Whether the measure is counted all the same.
  public var isCounted: Bool {
    switch reason {
    case .techniqueUnknown, .takenAsCertain: true
    case .notSecured, .smallerTerritory, .severalProvinces, .unknownOverlap, .unknownShare,
      .noEmission, .inFigures, .ended, .later, .comesBack:
      false
    }
  }

  /// What the note says, for telling it in another language.
  var telling: Telling {
    var facts: [String: Telling.Fact] = ["measure": .name(measure)]
    func told(_ phrase: String) -> Telling { Telling(phrase, facts) }
    switch reason {
    case .notSecured(let grade):
      facts["grade"] = .evidence(grade)
      return told("notSecured")
    case .smallerTerritory: return told("smallerTerritory")
    case .severalProvinces(let provinces):
      facts["provinces"] = .names(provinces)
      return told("severalProvinces")
    case .unknownOverlap: return told("unknownOverlap")
    case .unknownShare(let year):
      facts["year"] = .year(year)
      return told("unknownShare")
    case .noEmission(let year):
      facts["year"] = .year(year)
      return told("noEmission")
    case .inFigures(let year):
      facts["year"] = .year(year)
      return told("inFigures")
    case .ended(let day):
      facts["day"] = .day(day)
      return told("ended")
    case .later(let day):
      facts["day"] = .day(day)
      return told("later")
    case .comesBack(let day):
      facts["day"] = .day(day)
      return told("comesBack")
    case .techniqueUnknown(let technique):
      facts["technique"] = .name(technique)
      return told("techniqueUnknown")
    case .takenAsCertain: return told("takenAsCertain")
    }
  }

  /// The note in words.
  public var text: String {
    let name = "measure '\(measure)'"
    return switch reason {
    case .notSecured(let grade):
      "\(name) is left out: grade '\(grade.rawValue)' does not count as secured"
    case .smallerTerritory:
      "\(name) is left out: it works in a smaller territory, whose share here is not known"
    case .severalProvinces(let provinces):
      "\(name) is left out: the area lies in several provinces (\(provinces.joined(separator: ", ")))"
    case .unknownOverlap:
      "\(name) is left out: how far its territory lies in this one is not known"
    case .unknownShare(let year):
      "\(name) is left out: the share of what it works on is not known for \(year)"
    case .noEmission(let year):
      "\(name) is left out: what it works on has no emission in \(year)"
    case .inFigures(let year):
      "\(name) adds nothing: it was in force in \(year), and the figures of that year hold it"
    case .ended(let day): "\(name) adds nothing: it ended on \(day)"
    case .later(let day): "\(name) adds nothing: it begins on \(day), after the years asked for"
    case .comesBack(let day):
      "\(name) ends on \(day); emission that comes back after it is not counted"
    case .techniqueUnknown(let technique):
      "\(name) counts as on paper: policy does not say how technique '\(technique)' performs"
    case .takenAsCertain: "\(name) counts as certain: its spread is not given"
    }
  }
}
