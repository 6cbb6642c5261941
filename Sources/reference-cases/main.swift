// SPDX-License-Identifier: GPL-3.0-or-later

import Foundation
import ReferenceRunner

guard CommandLine.arguments.count == 2 else {
  FileHandle.standardError.write(Data("usage: reference-cases DIR\n".utf8))
  exit(64)
}
do throws(ReferenceRunError) {
  let run = try ReferenceRun(folder: URL(fileURLWithPath: CommandLine.arguments[1]))
  print(run.lines.joined(separator: "\n"))
  exit(run.exitCode)
} catch {
  FileHandle.standardError.write(Data("error: \(error)\n".utf8))
  exit(2)
}
