// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenWords

/// A category of a map: a status, by itself or inherited from the nation.
struct StatusCategory: Hashable {
  /// The field that holds the value of a category.
  static let field = "category"

  let status: Status
  let isInherited: Bool

  init(_ verdict: Verdict) {
    status = verdict.status
    isInherited = verdict.isInherited
  }

  private init(_ status: Status, isInherited: Bool) {
    self.status = status
    self.isInherited = isInherited
  }

  /// What stands in the field: `offTrack` or `offTrack.inherited`.
  var value: String { isInherited ? status.rawValue + ".inherited" : status.rawValue }

  /// What people read in the legend.
  func label(_ narrator: Narrator) -> String {
    let word = narrator.status(status)
    return isInherited
      ? narrator.words(ExchangePhrase.inherited, ["status": .text(word)]) : word
  }

  /// Whether only the outline is drawn.
  var isHollow: Bool { isInherited || StatusStyle.of(status).isHollow }

  /// Every category there can be, best first, each by itself and then inherited.
  static let all = order.reversed().flatMap {
    [StatusCategory($0, isInherited: false), StatusCategory($0, isInherited: true)]
  }

  /// The statuses, worst first. No verdict is worse than a good one: nobody may take it for one.
  static let order: [Status] = [
    .missed, .offTrack, .atRisk, .undetermined, .metUnproven, .onTrack, .met,
  ]

  /// The worst of several verdicts, one by itself before one inherited.
  static func worst(_ verdicts: some Sequence<Verdict>) -> StatusCategory? {
    verdicts.map(StatusCategory.init).min { $0.rank < $1.rank }
  }

  private var rank: Int {
    2 * (Self.order.firstIndex(of: status) ?? 0) + (isInherited ? 1 : 0)
  }
}
