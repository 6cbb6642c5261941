// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore
import NitrogenTestSupport
import Testing
import TrendFitting

@testable import NitrogenAssessment
@testable import NitrogenWords

/// Nothing that a result can say is left in English.
@Suite struct ToldInDutchTests {
  /// Words that no Dutch sentence has; names of releases, datasets and keys have none of them either.
  private static let english: Set<String> = [
    "the", "and", "has", "have", "not", "with", "are", "by", "from", "this", "that", "there",
    "which", "no", "for", "year", "years", "reduction", "policy", "silent", "figure", "figures",
    "measure", "left", "known", "probability", "path", "agriculture", "industry", "mobility",
    "housing", "storage", "grazing", "field", "inside", "source", "rows",
  ]

  private static func englishWords(in text: String) -> [String] {
    text.split { !$0.isLetter && $0 != "-" && $0 != "." && $0 != "#" && $0 != "/" }
      .map { $0.lowercased() }
      .map { $0.hasSuffix(".") ? String($0.dropLast()) : $0 }
      .filter { english.contains($0) }
  }

  private static func check(_ said: Said, _ phrase: String, _ found: inout Set<String>) {
    if said.language != .dutch { found.insert("\(phrase) stays English: \(said.text)") }
    let words = englishWords(in: said.text)
    if !words.isEmpty { found.insert("\(phrase) has \(words): \(said.text)") }
    if said.text.contains("{") || said.text.contains("..") { found.insert(said.text) }
  }

  @Test func noResultOfAnyFixtureIsLeftInEnglish() throws {
    var wrong: Set<String> = []
    var phrases: Set<String> = []
    for result in try ToldResults.all() {
      let narrator = Narrator(result, words: Words(.dutch))
      for row in result.assessments {
        for reason in row.verdicts.flatMap(\.reasons) + (row.noProjection.map { [$0] } ?? []) {
          phrases.insert(reason.telling.phrase)
          Self.check(narrator.said(reason), reason.telling.phrase, &wrong)
        }
        for projection in row.projections {
          #expect(projection.notes.count == projection.tellings.count)
          phrases.formUnion(projection.tellings.map(\.phrase))
          for note in narrator.notes(of: projection) { Self.check(note, "note", &wrong) }
        }
        for verdict in row.verdicts {
          Self.check(Said(narrator.sentence(verdict, of: row), in: .dutch), "sentence", &wrong)
          if let consequence = verdict.consequence {
            Self.check(Said(narrator.consequence(consequence), in: .dutch), "consequence", &wrong)
          }
        }
        for name in row.missing {
          Self.check(Said(narrator.cell(name), in: .dutch), "cell", &wrong)
        }
      }
      for finding in result.findings {
        phrases.insert(finding.telling.phrase)
        Self.check(narrator.said(finding), finding.code, &wrong)
      }
      for key in result.unresolved {
        if let phrase = key.telling?.phrase { phrases.insert(phrase) }
        Self.check(narrator.said(key), "unresolved \(key.key)", &wrong)
      }
      for check in result.closure {
        phrases.formUnion(check.tellings.map(\.phrase))
        Self.check(narrator.said(check), "closure", &wrong)
      }
      for area in Set(result.assessments.compactMap(\.territory.area)) {
        Self.check(Said(narrator.summary(of: area), in: .dutch), "summary", &wrong)
      }
    }
    #expect(wrong.sorted() == [])
    // The fixtures raise most of what there is; what they do not is tested below.
    let never = Set(ReasonPhrase.allCases.map(\.rawValue)).subtracting(phrases)
    #expect(never.sorted() == [])
    #expect(Set(NeedPhrase.allCases.map(\.rawValue)).subtracting(phrases).sorted() == [])
  }
}
