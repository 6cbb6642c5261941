// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenAssessment
import NitrogenCore

/// Says in words what an assessment found.
///
/// The results of an assessment carry sentences for the terminal; a narrator says the same in the language
/// asked for, from what those sentences say: `Telling`. What nobody put into the
/// language stands in English, and ``Said`` tells so.
public struct Narrator: Sendable {
  /// Texts, numbers and dates.
  public let words: Words
  /// The result that is told.
  public let result: AssessmentResult

  /// Makes a narrator of a result.
  public init(_ result: AssessmentResult, words: Words) {
    self.result = result
    self.words = words
  }

  // MARK: - Reasons and findings

  /// Why a verdict is what it is, in a sentence.
  public func reason(_ reason: Reason, of verdict: Verdict, in assessment: Assessment) -> String {
    said(reason).text
  }

  /// Why there is no projection, or why a verdict is what it is, in a sentence.
  public func said(_ reason: Reason) -> Said {
    said(clause(reason), or: reason.sentence)
  }

  /// A finding in a sentence.
  public func finding(_ finding: Finding) -> String { said(finding).text }

  /// A finding in a sentence, with its language.
  public func said(_ finding: Finding) -> Said {
    said(tell(finding.telling, by: FindingPhrase.self), or: finding.message)
  }

  /// What is to be known of the measures and plans behind a projection, a sentence each.
  public func notes(of projection: Projection) -> [Said] {
    projection.notes.enumerated().map { place, note in
      let telling = place < projection.tellings.count ? projection.tellings[place] : nil
      return said(telling.flatMap { tell($0, by: NotePhrase.self) }, or: note)
    }
  }

  /// What policy leaves open, in a sentence.
  public func unresolved(_ key: UnresolvedKey) -> String { said(key).text }

  /// What policy leaves open, in a sentence with its language.
  public func said(_ key: UnresolvedKey) -> Said {
    guard let need = key.telling.flatMap({ tell($0, by: NeedPhrase.self) }) else {
      return Said(Self.sentence(key.neededFor), in: .english)
    }
    if key.telling?.phrase == NeedPhrase.target.rawValue,
      let year = key.key.rawValue.split(separator: ".").last.flatMap({ Int($0) })
    {
      return Said(
        Self.sentence(
          words(
            NeedPhrase.openTarget,
            [
              "need": .text(need), "year": .text("\(year)"), "key": .text(key.key.rawValue),
            ])), in: words.language)
    }
    let meaning = said(meaningOf: key.key)
    guard let meaning, meaning.language == words.language else {
      return Said(
        Self.sentence(
          words(
            NeedPhrase.openWithoutMeaning, ["key": .text(key.key.rawValue), "need": .text(need)])),
        in: words.language)
    }
    return Said(
      Self.sentence(
        words(
          NeedPhrase.open,
          [
            "meaning": .text(Self.clause(meaning.text)), "need": .text(need),
            "key": .text(key.key.rawValue),
          ])), in: words.language)
  }

  /// What a closure check holds against what, with what to know when reading it.
  public func closure(_ check: ClosureCheck) -> String { said(check).text }

  /// What a closure check says, with its language.
  public func said(_ check: ClosureCheck) -> Said {
    let told = check.tellings.map { tell($0, by: NotePhrase.self) }
    let known = told.compactMap { $0 }
    guard !known.isEmpty, known.count == told.count else {
      return Said(Self.sentence(check.note), in: .english)
    }
    return Said(Self.sentence(known.joined(separator: "; ")), in: words.language)
  }

  /// What is held against what: `zones van de gebieden tegenover het cijfer van de provincie`.
  public func kind(_ kind: ClosureCheck.Kind) -> String {
    switch kind {
    case .ringsToArea: words(NotePhrase.ringsToArea)
    case .zonesToProvince: words(NotePhrase.zonesToProvince)
    case .zonesToNation: words(NotePhrase.zonesToNation)
    }
  }

  /// What a miss brings by the text.
  public func consequence(_ consequence: Consequence) -> String {
    self.consequence(named: consequence.name)
  }

  /// What a miss brings, by its name in policy; the name itself where it has no words.
  func consequence(named name: String) -> String {
    switch name {
    case "additional-measures": words(NotePhrase.additionalMeasures)
    case "cut-of-rights": words(NotePhrase.cutOfRights)
    case "sector-measures": words(NotePhrase.sectorMeasures)
    default: name
    }
  }
}
