// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

@Suite struct ValidateSourcesTests {
  @Test func datasetsOfSourcesAreRead() throws {
    let folder = FixturePaths.fixtures.path + "/sources/datasets/"
    let run = try CommandRunner.run(["validate", folder + "plain", folder + "beside-zones"])
    #expect(run.exitCode == 0)
    #expect(
      run.standardOutput
        == "beside-zones: 1 figure, 1 area, year 2021, from DASH 2023, made\n"
        + folder + "plain/sources.csv: 2 emissions of sources, from ER 2024\n"
        + folder + "beside-zones/sources.csv: 1 emissions of sources, from ER 2024\n")
    #expect(run.standardError.hasSuffix("2 datasets: 0 errors, 0 warnings\n"))
  }

  @Test func sourcesWithErrorsAreUnusable() throws {
    let folder = FixturePaths.fixtures.path + "/sources/datasets/"
    let run = try CommandRunner.run(["validate", folder + "other-columns"])
    #expect(run.exitCode == 2)
    #expect(
      run.standardError.contains("column 2 is 'x', but 'y' in the schema of the data package"))
  }
}
