// SPDX-License-Identifier: GPL-3.0-or-later

import NitrogenWords
import Testing

@testable import NitrogenPages

/// Every text of pages is there in every language, and none that nobody asks for.
@Suite struct PagePhraseTests {
  private func check<Key: PhraseKey>(_ keys: Key.Type) {
    let names = Key.allCases.map(\.rawValue).sorted()
    for language in Language.allCases {
      #expect(Key.catalogue.names(in: language) == names, "\(Key.self) \(language)")
    }
    for name in names {
      let values = Language.allCases.map { places(Key.catalogue.text(name, in: $0) ?? "") }
      #expect(Set(values).count == 1, "\(Key.self) \(name)")
    }
  }

  /// The names of the values that a text holds places for.
  private func places(_ text: String) -> Set<Substring> {
    Set(
      text.split(separator: "{", omittingEmptySubsequences: false).dropFirst().compactMap {
        $0.split(separator: "}").first?.split(separator: "|").first
      })
  }

  @Test func noTextIsMissing() {
    check(PagePhrase.self)
    check(AreaPhrase.self)
    check(OverviewPhrase.self)
    check(BasisPhrase.self)
    check(FlagPhrase.self)
    check(ManifestPhrase.self)
  }

  @Test func markupIsEscaped() {
    #expect(Markup.escaped("a<b>&\"c'\u{1}") == "a&lt;b&gt;&amp;&quot;c&#39;")
    #expect(Markup.escaped("NH₃ ≥ 5 €") == "NH₃ ≥ 5 €")
  }

  @Test func theScriptCanStandInAPageThatIsXML() {
    #expect(!PageScript.text.contains("<"))
    #expect(!PageScript.text.contains("&"))
    #expect(!PageScript.text.contains("eval"))
    #expect(!PageStyle.text.contains("<"))
    #expect(!PageStyle.text.contains("url("))
  }
}
