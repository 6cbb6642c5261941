// SPDX-License-Identifier: GPL-3.0-or-later

// Feeds a reader of sources or outlines with inputs that libFuzzer makes, steered by which code they
// reach, and stops at the first that crashes it, hangs it, needs too much memory or breaks a law of
// `ReadingLaws`. `make fuzz` builds and runs it for every reader; by hand:
//
//   STIKSTOF_FUZZ_READER=table STIKSTOF_FUZZ_FOLDER=/dev/shm SWIFT_BACKTRACE=enable=no \
//     reader-fuzz -rss_limit_mb=1024 -timeout=10 SEEDS
//
// and `reader-fuzz FILE` reads one input again, with `STIKSTOF_FUZZ_SHOW=1` to see what is said of
// it. Without STIKSTOF_FUZZ_READER it lists the readers. The target exists only where STIKSTOF_FUZZ
// is set, since its runtime, libclang_rt.fuzzer_no_main, is linked by hand: see `.ci/fuzz`.

import NitrogenCore
import NitrogenData

#if canImport(Glibc)
  import Glibc
#else
  import Darwin
#endif

/// The loop of libFuzzer, from its runtime: calls the test until a limit of its options is met.
@_silgen_name("LLVMFuzzerRunDriver")
private func runFuzzer(
  _ count: UnsafeMutablePointer<CInt>,
  _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>>,
  _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

@main
private enum ReaderFuzz {
  /// What one run reads with; made once.
  private static let bench: FuzzBench = {
    guard let bench = FuzzBench() else { exit(2) }
    return bench
  }()

  static func main() {
    guard variable("STIKSTOF_FUZZ_READER") != nil else {
      for reader in FuzzedReader.allCases { print(reader.rawValue) }
      return
    }
    _ = bench
    var count = CommandLine.argc
    var arguments = CommandLine.unsafeArgv
    exit(
      runFuzzer(&count, &arguments) { bytes, count in
        ReaderFuzz.bench.run(UnsafeBufferPointer(start: bytes, count: count))
        return 0
      })
  }
}

/// A variable of the environment.
func variable(_ name: String) -> String? { getenv(name).map { String(cString: $0) } }
