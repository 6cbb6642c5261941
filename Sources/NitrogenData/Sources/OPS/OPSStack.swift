// SPDX-License-Identifier: GPL-3.0-or-later

/// The mouth of a stack, for the rise of the plume; `nil` where the file says -999.
public struct OPSStack: Hashable, Sendable {
  /// The inner diameter (`D_stack`) in metres.
  public var diameter: Double?
  /// The speed of the gas (`V_stack`) in m/s; negative when it leaves horizontally.
  public var velocity: Double?
  /// The temperature of the gas (`Ts_stack`) in °C.
  public var temperature: Double?

  /// Makes a stack.
  public init(diameter: Double? = nil, velocity: Double? = nil, temperature: Double? = nil) {
    self.diameter = diameter
    self.velocity = velocity
    self.temperature = temperature
  }
}
