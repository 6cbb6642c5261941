// SPDX-License-Identifier: GPL-3.0-or-later

public import NitrogenCore

/// What policy asks of figures made from farms before they may be shown to everybody.
public struct DisclosureRule: Hashable, Sendable {
  /// How many farms must stand behind a figure.
  public let minimumFarms: Int
  /// How far from the truth the bounds that follow for a withheld figure must at least lie, as a
  /// share of it.
  public let protection: Double

  /// The key of ``minimumFarms``.
  public static let minimumKey: PolicyKey = "privacy.minimum-farms"
  /// The key of ``protection``.
  public static let protectionKey: PolicyKey = "privacy.protection"

  /// Makes a rule.
  public init(minimumFarms: Int, protection: Double) {
    self.minimumFarms = minimumFarms
    self.protection = protection
  }

  /// The rule of a policy; `nil` where it is silent: then nothing that is protected may be shown.
  public init?(_ policy: Policy) {
    guard let minimum = policy.number(Self.minimumKey),
      let protection = policy.number(Self.protectionKey)
    else { return nil }
    self.init(minimumFarms: max(1, Int(minimum.rounded(.up))), protection: max(0, protection))
  }
}
