// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenReports
import Testing

@Suite struct ProjectionTextTests {
  @Test(arguments: [nil, 0.85, 0.9])
  func dump(rho: Double?) {
    print(SampleProjections.text(TextFormat(), rho: rho))
  }
}
