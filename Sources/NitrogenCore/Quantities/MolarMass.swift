// SPDX-License-Identifier: GPL-3.0-or-later

/// Molar masses in g/mol, the only place where they stand.
///
/// Source: IUPAC standard atomic weights (N 14.007, H 1.008, O 15.999) as rounded in Dutch emission
/// practice. RIVM rounds 1 t N to 71,429 mol, that is 14 g/mol; figures compared with RIVM's
/// published ones use ``roundedNitrogen``.
public enum MolarMass {
  /// Nitrogen, N.
  public static let nitrogen = 14.0067
  /// Ammonia, NH₃.
  public static let ammonia = 17.031
  /// Nitrogen dioxide, NO₂: the mass in which NOx is counted.
  public static let nitrogenDioxide = 46.006
  /// Nitrogen as RIVM rounds it when it turns tonnes into moles (1 kg N = 71.429 mol).
  public static let roundedNitrogen = 14.0
}
