// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import NitrogenTestSupport
import Testing

/// What the documents show is what the program does.
@Suite struct GuideTests {
  @Test(arguments: GuideDocument.all)
  func everyCommandShownDoesAsShown(_ document: GuideDocument) throws {
    for problem in try document.problems() {
      Issue.record("\(problem)")
    }
  }

  @Test(arguments: GuideDocument.guide)
  func everyBlockOfCommandsInTheGuideIsARunOrSaysWhyNot(_ document: GuideDocument) throws {
    for block in try document.blocks() where block.looksLikeCommands && block.isRun && !block.isFile
    {
      #expect(
        !block.steps.isEmpty,
        "\(document.path):\(block.firstLine): commands begin with '$ ', so that they are run")
    }
  }

  /// A chapter that lost its commands, or a reason that spreads, is seen here.
  @Test func whatIsNotRunIsCounted() throws {
    var reasons: [String: Int] = [:]
    var runs = 0
    for document in GuideDocument.all {
      for block in try document.blocks() {
        if let reason = block.notRunReason {
          reasons[reason, default: 0] += 1
        } else {
          runs += block.steps.filter(\.callsProgram).count
        }
      }
    }
    #expect(
      reasons == [
        "needs the network": 1,
        "takes WeasyPrint and rsvg-convert, which not every machine has": 1,
      ])
    #expect(runs >= 50)
  }
}
