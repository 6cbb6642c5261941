// SPDX-License-Identifier: GPL-3.0-or-later

import Crypto
import Foundation

/// What a page allows itself: its own style and script by their digests, and nothing else.
enum PagePolicy {
  /// The policy as a browser reads it.
  static let text =
    "default-src 'none'; style-src 'sha256-\(digest(PageStyle.text))'; "
    + "script-src 'sha256-\(digest(PageScript.text))'; img-src data:; base-uri 'none'; "
    + "form-action 'none'"

  private static func digest(_ text: String) -> String {
    Data(SHA256.hash(data: Data(text.utf8))).base64EncodedString()
  }
}
