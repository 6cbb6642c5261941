// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenCore

/// The names of figures: stems of files and anchors, lower case letters, digits and hyphens only.
enum FigureName {
  /// The name of a figure about a series: the territory is left out for areas, each on a page of its own.
  static func make(_ kind: String, _ assessment: Assessment, in result: AssessmentResult) -> String
  {
    var pieces = [kind]
    switch assessment.territory {
    case .area: break
    case .ring(_, let ring): pieces.append(ring.label)
    case .nation, .province, .municipality:
      pieces.append(assessment.territory.code ?? assessment.territory.kind)
    }
    pieces += [assessment.slice.label, assessment.pollutant.label]
    if assessment.isShadow { pieces.append(assessment.boundary.rawValue) }
    // The same series of several datasets: the first goes without. By index, so that nothing is copied.
    let all = result.assessments
    let first = all.indices.first { index in
      all[index].territory == assessment.territory && all[index].pollutant == assessment.pollutant
        && all[index].slice == assessment.slice && all[index].isShadow == assessment.isShadow
        && (!assessment.isShadow || all[index].boundary == assessment.boundary)
    }
    if let first, let dataset = assessment.dataset, all[first].dataset != dataset {
      pieces.append(dataset)
    }
    return sound(pieces.joined(separator: "-"))
  }

  /// A text as it may be a name.
  static func sound(_ text: String) -> String {
    var name = ""
    for byte in text.lowercased().utf8 {
      let isSound =
        (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
        || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
      if isSound {
        name.unicodeScalars.append(Unicode.Scalar(byte))
      } else if !name.hasSuffix("-"), !name.isEmpty {
        name += "-"
      }
    }
    return name.hasSuffix("-") ? String(name.dropLast()) : name
  }
}
