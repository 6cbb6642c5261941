// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore

extension RunInputs {
  /// The inputs with what is wrong with measures, plans and correlations as a whole; a dataset
  /// with an error among them cannot be used.
  func checkingMeasures(_ setting: RunSetting) -> RunInputs {
    let found =
      MeasureSelection.check(
        datasets, policy: setting.policy, catalogue: setting.reference.catalogue)
      + ZoneCorrelationMatrix.check(datasets, policy: setting.policy)
    guard !found.isEmpty else { return self }
    let broken = Set(found.filter { $0.severity == .error }.map(\.file))
    let ownFiles = Set(datasets.flatMap(\.files))
    // An error outside the datasets is one of policy, on which all measures rest.
    let isEveryone = !broken.isSubset(of: ownFiles)
    let unusable = datasets.filter { dataset in
      isEveryone && !dataset.measures.isEmpty || dataset.files.contains(where: broken.contains)
    }
    let names = Set(unusable.map(\.name))
    return RunInputs(
      datasets: datasets.filter { !names.contains($0.name) },
      failed: failed + unusable.map(\.folder), hasSources: hasSources,
      diagnostics: (diagnostics + found).sorted(), density: density)
  }
}
