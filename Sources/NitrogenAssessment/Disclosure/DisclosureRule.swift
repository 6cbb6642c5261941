// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenCore

/// What policy asks of figures made from farms before they may be shown to everybody.
struct DisclosureRule: Hashable {
  /// How many farms must stand behind a figure.
  let minimumFarms: Int
  /// How far from the truth the bounds that follow for a withheld figure must at least lie, as a
  /// share of it.
  let protection: Double

  /// The key of ``minimumFarms``.
  static let minimumKey: PolicyKey = "privacy.minimum-farms"
  /// The key of ``protection``.
  static let protectionKey: PolicyKey = "privacy.protection"

  /// Makes a rule.
  init(minimumFarms: Int, protection: Double) {
    self.minimumFarms = minimumFarms
    self.protection = protection
  }

  /// The rule of a policy; `nil` where it is silent: then nothing that is protected may be shown.
  init?(_ policy: Policy) {
    guard let minimum = policy.number(Self.minimumKey),
      let protection = policy.number(Self.protectionKey)
    else { return nil }
    self.init(minimumFarms: max(1, Int(minimum.rounded(.up))), protection: max(0, protection))
  }
}
