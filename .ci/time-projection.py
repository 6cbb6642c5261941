# SPDX-License-Identifier: GPL-3.0-or-later
"""Times projections by drawing, and numpy's brute force on the same work, as whole processes.
Prints a table; fails where the results differ or memory grows with the number of draws.

Usage: time-projection.py PROJECTION-BENCHMARK
Set by environment: BENCH_ROUNDS (3), BENCH_BRUTE (60, the draws of every source that numpy makes)."""
import os
import statistics
import subprocess
import sys
import time

program = sys.argv[1]
here = os.path.dirname(os.path.abspath(__file__))
rounds = int(os.environ.get("BENCH_ROUNDS", 3))
brute = int(os.environ.get("BENCH_BRUTE", 60))
draws, sources = 10_000, 1_050_000
peer = [sys.executable, f"{here}/peer-projection.py"]
failed = False


def timed(command):
    """Wall seconds, CPU seconds of the process and all it waited for, peak MB of the largest, text."""
    start = time.perf_counter()
    process = subprocess.Popen(command, stdout=subprocess.PIPE, text=True)
    text = process.stdout.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    wall = time.perf_counter() - start
    if process.returncode != 0:
        sys.exit(f"time-projection: {' '.join(command)} failed with {process.returncode}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024, text


def median(runs):
    return [statistics.median(column) for column in zip(*(run[:3] for run in runs))]


def line(name, runs, unit, note="", factor=1):
    wall, cpu, memory = median(runs)
    wall, cpu = wall * factor, cpu * factor
    print(f"{name:47}{len(runs):>5}{wall:>9.2f}{cpu:>9.2f}{memory:>7.0f}"
          f"{wall / unit[0]:>9.1f}{cpu / unit[1]:>8.1f}  {note}".rstrip(), flush=True)


def header(text):
    print(f"\n{text}\n{'':47}{'runs':>5}{'wall s':>9}{'CPU s':>9}{'MB':>7}{'x wall':>9}{'x CPU':>8}",
          flush=True)


def close(name, found, expected, allowed):
    global failed
    if abs(found - expected) <= allowed:
        return ""
    failed = True
    return f"DIFFERS: {name} {found}, expected {expected} +- {allowed:.6f}"


def national():
    global failed
    header(f"120 areas x 5 rings x 4 sectors x 17 years x {draws} draws")
    ours, theirs = {1: [], 2: []}, []
    for _ in range(rounds):
        for threads in (2, 1):
            ours[threads].append(timed([program, "national", str(draws), str(threads)]))
        theirs.append(timed(peer + ["national", str(draws), "2"]))
    unit = median(ours[2])
    line("stikstof, 2 threads", ours[2], unit)
    line("stikstof, 1 thread", ours[1], unit,
         "" if ours[1][0][3] == ours[2][0][3] else "DIFFERS")
    failed |= ours[1][0][3] != ours[2][0][3]
    # 2400 independent series: the mean of their probabilities is good to 0.5/sqrt(2400 x draws).
    allowed = 4 * 2 ** 0.5 * 0.5 / (2400 * draws) ** 0.5
    line("numpy, 2 processes", theirs, unit,
         close("mean P", float(theirs[0][3]), float(ours[2][0][3]), allowed))
    many = [timed([program, "national", str(10 * draws), "2"])]
    growth = many[0][2] / unit[2] - 1
    failed |= growth > 0.2
    line(f"stikstof, 2 threads, {10 * draws} draws", many, unit, f"memory {growth:+.0%}")


def from_sources():
    header(f"The same from {sources} sources with own and shared errors")
    ours = [timed([program, "sources", str(draws), "2", str(sources)]) for _ in range(rounds)]
    theirs = [timed(peer + ["sources", str(brute), str(sources)])]
    few = [timed(peer + ["sources", "1", str(sources)])]
    unit = median(ours)
    line("stikstof, 2 threads", ours, unit)
    spread = float(ours[0][3].split()[1])
    # The mean of 2400 spreads, all with the same few shared factors: good to 1/sqrt(2 x draws).
    note = close("mean spread", float(theirs[0][3]), spread, 4 * spread / (2 * brute) ** 0.5)
    line(f"numpy, errors of sources only, {brute} draws", theirs, unit, note)
    whole = [[few[0][k] + (theirs[0][k] - few[0][k]) / (brute - 1) * (draws - 1) for k in (0, 1)]
             + [theirs[0][2]]]
    line(f"the same, extrapolated to {draws} draws", whole, unit, "not run in full")


print(f"{os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the start, {time.strftime('%Y-%m-%d')}; "
      "wall and CPU seconds and peak memory of whole processes, medians; ratios to stikstof, 2 threads")
national()
from_sources()
sys.exit("\ntime-projection: results differ, or memory grows" if failed else 0)
