// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenCore
import NitrogenData
import NitrogenTestSupport
import Testing

/// Every record of policy leads to a line that says so.
@Suite struct CitationTests {
  @Test func everyCitationNamesADocumentAndALineOfItsChapter() throws {
    let library = try RealData.requireLibrary()
    for pack in library.packs {
      for record in pack.records {
        let reference = try #require(record.reference, "\(pack.id)#\(record.key)")
        let document = try #require(
          library.documents.first { $0.id == reference.document }, "\(pack.id)#\(record.key)")
        let chapter = try #require(
          document.chapters.first { $0.name == reference.chapter }, "\(pack.id)#\(record.key)")
        if let line = reference.firstLine {
          let first = try #require(chapter.firstLine)
          let last = try #require(chapter.lastLine)
          #expect(line >= first && (reference.lastLine ?? line) <= last, "\(record.key)")
        }
      }
    }
  }

  @Test func theAgreementIsCitedByLineThroughout() throws {
    let library = try RealData.requireLibrary()
    let agreement = try #require(library.packs.first { $0.kind == .agreement })
    #expect(agreement.records.count > 40)
    for record in agreement.records {
      #expect(record.reference?.firstLine != nil, "\(record.key)")
      #expect(record.reference?.keyword?.isEmpty == false, "\(record.key)")
    }
  }

  /// Where the text is at hand, the cited lines hold the record's keyword and its numbers.
  @Test(.enabled(if: FixturePaths.referenceData != nil, "no STIKSTOF_REFERENCE_DATA"))
  func theCitedLinesSayWhatTheRecordSays() throws {
    let folder = try #require(FixturePaths.referenceData)
    let path = "\(folder)/sources/coalition-agreement-nitrogen-chapter.txt"
    let text = try String(contentsOfFile: path, encoding: .utf8)
    var lines: [Int: String] = [:]
    for line in text.split(separator: "\n") where line.hasPrefix("L") {
      let number = line.dropFirst().prefix { $0.isNumber }
      if let number = Int(number) {
        lines[number] = String(line.dropFirst(1 + String(number).count))
      }
    }
    #expect(lines.count > 150)
    let library = try RealData.requireLibrary()
    let agreement = try #require(library.packs.first { $0.kind == .agreement })
    for record in agreement.records {
      let reference = try #require(record.reference)
      let first = try #require(reference.firstLine)
      let cited = (first...(reference.lastLine ?? first)).compactMap { lines[$0] }
        .joined(separator: " ").split(separator: " ").joined(separator: " ").lowercased()
      let keyword = try #require(reference.keyword).lowercased()
      #expect(cited.contains(keyword), "\(record.key): '\(keyword)' is not in '\(cited)'")
      guard record.status == .stated else { continue }
      for number in Self.numbers(record.value) {
        #expect(
          number.contains { cited.contains($0) }, "\(record.key): \(number) is not in '\(cited)'")
      }
    }
  }

  /// The ways a number may stand in the text.
  static func numbers(_ value: PolicyValue?) -> [[String]] {
    let words = [2.0: "twee", 5: "vijf"]
    func forms(_ number: Double) -> [String] {
      var forms = [String(Int(number))]
      if number < 1 { forms = [String(Int((number * 100).rounded()))] }
      if let word = words[number] { forms.append(word) }
      return forms
    }
    switch value {
    case .number(let number): return [forms(number)]
    case .band(let low, let high): return [forms(low), forms(high)]
    case .numbers(let numbers): return numbers.map(forms)
    case .text, .list, .flag, .date, nil: return []
    }
  }
}
