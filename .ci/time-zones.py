# SPDX-License-Identifier: GPL-3.0-or-later
"""Times `stikstof zone` and other programs on the same files, whole processes, and compares what
they find. Prints a table; fails where results differ.

Usage: time-zones.py FOLDER STIKSTOF ZONE-BENCHMARK OUTLINES
FOLDER takes the made inputs and the results. Set by environment: BENCH_POINTS (1000000),
BENCH_ROUNDS (3; one for a program that needs over a minute), BENCH_SIZES of the growth, BENCH_ROADS (3000000), BENCH_PEERS
(which peers, in order), POSTGIS_CLUSTER and POSTGIS_PROGRAMS when PostGIS can run."""
import csv
import os
import statistics
import subprocess
import sys
import time
from collections import defaultdict

folder, stikstof, maker, outlines = sys.argv[1:5]
here = os.path.dirname(os.path.abspath(__file__))
bounds = "250,500,1000,2000,5000,10000,25000"
count = int(os.environ.get("BENCH_POINTS", 1_000_000))
rounds = int(os.environ.get("BENCH_ROUNDS", 3))
roads = int(os.environ.get("BENCH_ROADS", 3_000_000))
sizes = [int(n) for n in os.environ.get("BENCH_SIZES", "10000 100000 1000000 10000000").split()]
peers = os.environ.get("BENCH_PEERS", "duckdb-parts duckdb-areas geopandas postgis").split()
# Of the points of the first comparison none is near areas on purpose, of the second nine of ten.
anywhere, near = 0, 0.9


inputs = set()


def made(kind, number, share=anywhere):
    """The file with so many made sources."""
    file = f"{folder}/{kind}-{number}-{share}.csv"
    if file not in inputs:
        with open(file, "w") as text:
            subprocess.run([maker, f"--{kind}", str(number), outlines, str(share)], stdout=text,
                           check=True)
        inputs.add(file)
    return file


def timed(command, output=None):
    """Wall seconds, CPU seconds of the process and all it waited for, and peak MB of the largest."""
    start = time.perf_counter()
    with open(output or os.devnull, "w") as stream, open(f"{folder}/errors.txt", "w+") as errors:
        process = subprocess.Popen(command, stdout=stream, stderr=errors)
        _, status, usage = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.perf_counter() - start
        if process.returncode != 0:
            errors.seek(0)
            sys.exit(f"time-zones: {' '.join(command[:3])} failed:\n{errors.read()[-2000:]}")
    return wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def ours(file, threads, table):
    return timed([stikstof, "zone", file, "--outlines", outlines, "--rings", bounds,
                  "--format", "csv", "--threads", str(threads)], table)


def theirs(peer, file, threads, table):
    return timed([sys.executable, f"{here}/peer-zones.py", peer, str(threads), file, outlines,
                  table, bounds])


def rows(table):
    with open(table, newline="") as file:
        return {tuple(r[k] for k in ("area", "ring", "sector", "pollutant", "year")):
                (int(r["sources"]), float(r["emission_kg_per_yr"])) for r in csv.DictReader(file)}


def differences(our_table, their_table):
    """Compares two tables. Distances of two libraries differ by rounding, so that a source at a
    bound may fall on either side: such pairs are counted, and their rows left out of the sums."""
    one, other = rows(our_table), rows(their_table)
    moved, worst = 0, 0.0
    nets = defaultdict(int)
    for key in one.keys() | other.keys():
        (n, kg), (m, their_kg) = one.get(key, (0, 0.0)), other.get(key, (0, 0.0))
        if n != m:
            moved += abs(n - m)
            nets[key[0], *key[2:]] += n - m
        else:
            worst = max(worst, abs(kg - their_kg) / max(abs(kg), 1e-300))
    pairs = sum(n for n, _ in one.values())
    # What left one ring came to another, but for the outermost bound.
    lost = sum(abs(net) for net in nets.values())
    right = worst <= 1e-9 and moved <= 2 + pairs / 1e5
    text = f"{pairs} pairs in {len(one)} rows; sums to {worst:.0e}; "
    text += "counts equal" if moved == 0 else (
        f"at bounds {(moved - lost) // 2 + lost} pairs on another side")
    return right, text


def median(times):
    return [statistics.median(column) for column in zip(*times)]


def line(name, number, times, unit, note=""):
    wall, cpu, memory = median(times)
    ratio = f"{wall / unit[0]:8.1f}{cpu / unit[1]:9.1f}" if unit else f"{'':17}"
    print(f"{name:34}{number:>10}{len(times):>5}{wall:>9.2f}{cpu:>9.2f}{memory:>8.0f}{ratio}  {note}"
          .rstrip(), flush=True)


def header(text):
    print(f"\n{text}\n{'':34}{'sources':>10}{'runs':>5}{'wall s':>9}{'CPU s':>9}{'MB':>8}"
          f"{'x wall':>8}{'x CPU':>9}", flush=True)


failed = False


def compare(text, number, share, chosen):
    """Ours and the peers on the same points, in alternating rounds."""
    global failed
    file = made("points", number, share)
    header(text)
    times = defaultdict(list)
    contenders = [("stikstof", 1), ("stikstof", 2)] + chosen
    for turn in range(rounds):
        for peer, threads in contenders:
            slow = turn > 0 and times[peer, threads][0][0] > 60
            if slow:
                continue
            table = f"{folder}/{peer}-{threads}.csv"
            run = ours if peer == "stikstof" else theirs
            arguments = (file, threads, table)
            times[peer, threads].append(
                run(*arguments) if peer == "stikstof" else run(peer, *arguments))
    unit = median(times["stikstof", 1])
    for peer, threads in contenders:
        note = ""
        if (peer, threads) != ("stikstof", 1):
            right, note = differences(
                f"{folder}/stikstof-1.csv", f"{folder}/{peer}-{threads}.csv")
            if not right:
                failed, note = True, "DIFFERS: " + note
        plural = "" if threads == 1 else "s"
        line(f"{peer}, {threads} thread{plural}", number, times[peer, threads], unit, note)


def main():
    load = os.getloadavg()[0]
    print(f"{os.cpu_count()} cores, load {load:.1f} at the start, {time.strftime('%Y-%m-%d')}; wall "
          "and CPU seconds and peak memory of whole processes, medians; ratios to stikstof, 1 thread")
    everywhere = [(peer, threads) for peer in peers if peer.startswith("duckdb")
                  for threads in (2, 1)]
    if "geopandas" in peers:
        everywhere.append(("geopandas", 1))
    compare("Points anywhere in the country", count, anywhere, everywhere)
    compare("Nine of ten points near areas", count, near, everywhere[:1])
    if "postgis" in peers:
        if os.environ.get("POSTGIS_CLUSTER"):
            compare("A twentieth of the points, for PostGIS", count // 20, anywhere,
                    [("postgis", 2), ("postgis", 1)])
        else:
            print("\nPostGIS: skipped, its Debian package is not installed "
                  "(PEERS_POSTGIS=1 has it installed)")
    if sizes:
        header("Growth, stikstof")
        for size in sizes:
            file = made("points", size)
            times = [ours(file, 1, None) for _ in range(rounds if size <= count else 1)]
            wall, cpu, _ = median(times)
            line("1 thread", size, times, None,
                 f"{1e6 * wall / size:.2f} s wall and {1e6 * cpu / size:.2f} CPU s a million")
    if roads:
        header("Road segments of some 100 m, stikstof")
        file = made("roads", roads)
        for threads in (1, 2):
            line(f"{threads} thread{'s' * (threads > 1)}", roads, [ours(file, threads, None)], None)
    sys.exit("\ntime-zones: results differ" if failed else 0)


try:
    main()
finally:
    for file in inputs:
        os.remove(file)
