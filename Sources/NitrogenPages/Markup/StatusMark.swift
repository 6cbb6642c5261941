// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenAssessment
import NitrogenReports

/// A status as a shape, a colour and a word, so that none of the three is needed to know it.
enum StatusMark {
  /// The mark with its word.
  ///
  /// - Parameters:
  ///   - status: the status.
  ///   - word: its word in the language of the page.
  ///   - isInherited: whether it is the nation's verdict; then the shape is hollow.
  ///   - remark: what stands behind the word, for example a target year.
  /// - Returns: the markup.
  static func html(
    _ status: Status, word: String, isInherited: Bool = false, remark: String? = nil
  ) -> String {
    Markup.make { page in
      page.element("span", ["class": "status"]) { page in
        page.raw(shape(status, isHollow: isInherited))
        page.element("span", text: word)
        if let remark { page.element("small", text: remark) }
      }
    }
  }

  private static func shape(_ status: Status, isHollow: Bool) -> String {
    let colour = status.colour
    let paint =
      isHollow || status == .metUnproven || status == .undetermined
      ? "fill=\"none\" stroke=\"\(colour)\" stroke-width=\"2.5\""
      : "fill=\"\(colour)\" stroke=\"\(colour)\" stroke-width=\"1\""
    let line = "fill=\"none\" stroke=\"\(isHollow ? colour : "#ffffff")\" stroke-width=\"1.8\""
    let body =
      switch status {
      case .met:
        "<circle cx=\"9\" cy=\"9\" r=\"7\" \(paint)/><path d=\"M5.5 9l2.5 2.7 4.5-5\" \(line)/>"
      case .metUnproven, .onTrack: "<circle cx=\"9\" cy=\"9\" r=\"6.5\" \(paint)/>"
      case .atRisk: "<path d=\"M9 2.2L16.2 15.5H1.8Z\" \(paint)/>"
      case .offTrack: "<path d=\"M9 1.5L16.5 9L9 16.5L1.5 9Z\" \(paint)/>"
      case .missed:
        "<path d=\"M2.5 2.5H15.5V15.5H2.5Z\" \(paint)/><path d=\"M6 6l6 6M12 6l-6 6\" \(line)/>"
      case .undetermined: "<path d=\"M3 3H15V15H3Z\" \(paint)/><path d=\"M6.5 9H11.5\" \(paint)/>"
      }
    return "<svg class=\"shape\" viewBox=\"0 0 18 18\" width=\"16\" height=\"16\" "
      + "aria-hidden=\"true\" focusable=\"false\">\(body)</svg>"
  }
}
