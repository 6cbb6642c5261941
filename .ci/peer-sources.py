# SPDX-License-Identifier: GPL-3.0-or-later
"""Times duckdb or polars reading a table of sources into typed columns.

Usage: peer-sources.py duckdb|polars THREADS FILE.csv
Prints rows, wall seconds, CPU seconds, the peak memory in MB and the sum of the emissions."""
import os
import resource
import sys
import time



def cpu():
    usage = resource.getrusage(resource.RUSAGE_SELF)
    return usage.ru_utime + usage.ru_stime


peer, threads, file = sys.argv[1], int(sys.argv[2]), sys.argv[3]
os.environ["POLARS_MAX_THREADS"] = str(threads)
if peer == "duckdb":
    import duckdb

    connection = duckdb.connect(config={"threads": threads})
    start, begin = time.perf_counter(), cpu()
    connection.execute(
        """create table sources as select * from read_csv(?, header = true, auto_detect = false,
        delim = ',', quote = '"', columns = {'id': 'VARCHAR', 'x': 'DOUBLE', 'y': 'DOUBLE',
        'sector': 'VARCHAR', 'pollutant': 'VARCHAR', 'year': 'INTEGER',
        'emission_kg_per_yr': 'DOUBLE', 'vintage': 'VARCHAR'})""",
        [file],
    )
    seconds, work = time.perf_counter() - start, cpu() - begin
    rows, total = connection.execute(
        "select count(*), sum(emission_kg_per_yr) from sources"
    ).fetchone()
else:
    import polars

    types = {
        "id": polars.String, "x": polars.Float64, "y": polars.Float64, "sector": polars.String,
        "pollutant": polars.String, "year": polars.Int32, "emission_kg_per_yr": polars.Float64,
        "vintage": polars.String,
    }
    start, begin = time.perf_counter(), cpu()
    frame = polars.read_csv(file, schema=types)
    seconds, work = time.perf_counter() - start, cpu() - begin
    rows, total = frame.height, frame["emission_kg_per_yr"].sum()
peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
print(f"{rows}\t{seconds:.3f}\t{work:.3f}\t{peak:.0f}\t{total:.3f}")
