// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore
import NitrogenAssessment

/// The verdict on an area as a whole.
extension Narrator {
  /// A verdict with the row it belongs to.
  private struct Found {
    let verdict: Verdict
    let assessment: Assessment
  }

  /// Statuses, worst first.
  private static let worstFirst: [Status] = [
    .missed, .offTrack, .atRisk, .metUnproven, .onTrack, .met,
  ]

  /// The verdict on an area over all its sectors and targets, in a few sentences that a reader who sees
  /// nothing else understands: worst first, whose verdict it is, what is not known.
  public func summary(of area: AreaCode) -> String {
    let place = Self.capital(name(.area(area)))
    let rows = result.assessments.filter {
      $0.territory == .area(area) && $0.slice.part == nil && !$0.isShadow
    }
    let found = rows.flatMap { row in row.verdicts.map { Found(verdict: $0, assessment: row) } }
    let judged = found.filter { $0.verdict.status != .undetermined }
    // Where policy sets no target there is nothing to be known.
    let open = found.filter { $0.verdict.status == .undetermined && $0.verdict.target != nil }
    guard !judged.isEmpty else {
      guard !open.isEmpty else {
        return Self.sentence(words(VerdictPhrase.noFigures, ["place": .text(place)]))
      }
      let clause = words(
        VerdictPhrase.nothingKnown, ["place": .text(place), "items": .text(items(open))])
      return ([Self.sentence(clause)] + why(open)).joined(separator: " ")
    }
    let own = judged.filter { !$0.verdict.isInherited }
    let national = judged.filter(\.verdict.isInherited)
    var sentences = [Self.sentence(verdicts(own, national, place))]
    sentences += figures(own.isEmpty ? national : own)
    sentences += unknown(open)
    return sentences.joined(separator: " ")
  }

  // MARK: - What is known

  private func verdicts(_ own: [Found], _ national: [Found], _ place: String) -> String {
    if national.isEmpty {
      return words(
        VerdictPhrase.ofItself, ["place": .text(place), "verdicts": .text(groups(own))])
    }
    let landelijk = groups(national, areNational: true)
    if own.isEmpty {
      return words(
        VerdictPhrase.ofTheNation, ["place": .text(place), "verdicts": .text(landelijk)])
    }
    return words(
      VerdictPhrase.ofBoth,
      ["place": .text(place), "own": .text(groups(own)), "national": .text(landelijk)])
  }

  /// The verdicts by status, worst first: `de landbouw (NH₃, 2030 en 2035) ligt niet op koers`.
  private func groups(_ found: [Found], areNational: Bool = false) -> String {
    var clauses: [String] = []
    for status in Self.worstFirst {
      let group = found.filter { $0.verdict.status == status }
      guard !group.isEmpty, let phrases = Self.phrases(status) else { continue }
      clauses.append(
        words(
          areNational && clauses.isEmpty ? phrases.national : phrases.own,
          ["items": .text(items(group)), "count": .count(subjects(group).count)]))
    }
    return clauses.joined(separator: "; ")
  }

  private static func phrases(
    _ status: Status
  ) -> (own: VerdictPhrase, national: VerdictPhrase)? {
    switch status {
    case .met: (.someMet, .nationalSomeMet)
    case .metUnproven: (.someMetUnproven, .nationalSomeMetUnproven)
    case .onTrack: (.someOnTrack, .nationalSomeOnTrack)
    case .atRisk: (.someAtRisk, .nationalSomeAtRisk)
    case .offTrack: (.someOffTrack, .nationalSomeOffTrack)
    case .missed: (.someMissed, .nationalSomeMissed)
    case .undetermined: nil
    }
  }

  /// What stands behind the worst verdict, and what is left to do for the last target of its sector.
  private func figures(_ found: [Found]) -> [String] {
    let worst = Self.worstFirst.lazy.compactMap { status in
      found.first { $0.verdict.status == status }
    }.first
    guard let worst else { return [] }
    var sentences: [String] = []
    if let reason = worst.verdict.reasons.first {
      sentences.append(
        words(
          worst.verdict.isInherited ? VerdictPhrase.nationalWorst : .worst,
          [
            "sector": .text(subject(worst.assessment.slice)), "reasons": .text(inWords(reason)),
          ]))
    }
    if !worst.verdict.isInherited, worst.verdict.status != .met,
      worst.verdict.status != .metUnproven, let gap = worst.assessment.remainingGap.last,
      gap.high.emission > .zero
    {
      sentences.append(
        words(
          VerdictPhrase.gapLeft,
          [
            "sector": .text(subject(worst.assessment.slice)), "year": .text("\(gap.target)"),
            "gap": .text(tonnes(gap.low.emission, gap.high.emission)),
            "pollutant": .text(pollutant(worst.assessment.pollutant)),
          ]))
    }
    return sentences.map(Self.sentence)
  }

  /// `12,3–14,1 t`, and kilograms below a tonne.
  private func tonnes(_ low: EmissionRate, _ high: EmissionRate) -> String {
    let isSmall = high.kilogramsPerYear < 1000
    func text(_ rate: EmissionRate) -> String {
      isSmall
        ? words.number(rate.kilogramsPerYear, decimals: 0)
        : words.number(rate.kilogramsPerYear / 1000)
    }
    let unit = isSmall ? "kg" : "t"
    let (from, to) = (text(low), text(high))
    return from == to ? "\(to) \(unit)" : "\(from)–\(to) \(unit)"
  }

  // MARK: - What is not known

  private func unknown(_ open: [Found]) -> [String] {
    guard !open.isEmpty else { return [] }
    let told = reasons(open)
    let clause =
      told.count == 1
      ? words(
        VerdictPhrase.unknownBecause, ["items": .text(items(open)), "reasons": .text(told[0])])
      : words(VerdictPhrase.unknown, ["items": .text(items(open))])
    return [Self.sentence(clause)]
  }

  /// Why there is no verdict on the first of them.
  private func why(_ open: [Found]) -> [String] {
    guard let first = open.first, let reason = first.verdict.reasons.first else { return [] }
    return [
      Self.sentence(
        words(
          VerdictPhrase.worst,
          [
            "sector": .text(subject(first.assessment.slice)), "reasons": .text(inWords(reason)),
          ]))
    ]
  }

  /// The first reason of each, every one once.
  private func reasons(_ found: [Found]) -> [String] {
    var seen: Set<String> = []
    return found.compactMap(\.verdict.reasons.first).map(inWords).filter {
      seen.insert($0).inserted
    }
  }

  // MARK: - Sectors with their targets

  private struct Subject: Hashable {
    let slice: SectorSlice
    let pollutant: Pollutant
  }

  private func subjects(_ found: [Found]) -> [Subject] {
    var seen: Set<Subject> = []
    return found.map { Subject(slice: $0.assessment.slice, pollutant: $0.assessment.pollutant) }
      .filter { seen.insert($0).inserted }
  }

  /// `de landbouw (NH₃, 2030 en 2035) en de industrie (NH₃, 2035)`.
  private func items(_ found: [Found]) -> String {
    words.list(
      subjects(found).map { one in
        let years = found.filter {
          $0.assessment.slice == one.slice && $0.assessment.pollutant == one.pollutant
        }.compactMap(\.verdict.target)
        var values: [String: Words.Value] = [
          "sector": .text(subject(one.slice)), "pollutant": .text(pollutant(one.pollutant)),
        ]
        guard !years.isEmpty else { return words(VerdictPhrase.item, values) }
        let each = Set(years).sorted().map(String.init)
        values["years"] = .text(words.list(each))
        return words(VerdictPhrase.itemOfYears, values)
      })
  }

  /// A name at the beginning of a sentence.
  static func capital(_ name: String) -> String {
    name.prefix(1).uppercased() + name.dropFirst()
  }
}
