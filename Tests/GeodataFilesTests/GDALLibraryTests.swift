// SPDX-License-Identifier: GPL-3.0-or-later

import GeodataFiles
import Testing

@Suite struct GDALLibraryTests {
  @Test func theLibraryIsOfTheThirdGeneration() {
    #expect(GDALLibrary.release.hasPrefix("3."))
  }
}
