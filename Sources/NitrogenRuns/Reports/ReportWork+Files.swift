// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenPages

/// Files for other programs.
extension ReportWork {
  func files(_ content: ReportContent, to staging: StagingFolder) throws(RunError) -> [String] {
    []
  }
}
