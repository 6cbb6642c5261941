# SPDX-License-Identifier: GPL-3.0-or-later
"""The projections of `projection-benchmark` by brute force, with numpy.

Usage: peer-projection.py national DRAWS PROCESSES
       peer-projection.py sources DRAWS SOURCES
The first prints the mean probability of the low edge in 2035; the second draws the error of every
source and prints the mean relative standard deviation of a zone's sum."""
import sys
from multiprocessing import Pool

import numpy as np

ZONES, SECTORS = 600, 4
YEARS = np.arange(2019, 2036)
RHOS = [0.9, 0.8, 0.95]
SHARED = np.array([0.10, 0.15, 0.08, 0.20])
OWN = np.array([0.30, 0.25, 0.40, 0.50])
LEVELS = [0.025, 0.16, 0.5, 0.84, 0.975]


def series(job):
    """Fan and probabilities of one series, as the formulas of the model read."""
    number, draws = job
    rng = np.random.default_rng([1, number])
    slope = -0.035 + 0.0002 * ((number * 37) % 101)
    scale = np.sqrt(8 / rng.chisquare(8, draws))
    u, v, w = (rng.standard_normal((2, draws)), rng.standard_normal((len(YEARS), draws)),
               rng.standard_normal(draws))
    trend = 0.02 * u[0] + (0.004 * (YEARS - 2015))[:, None] * u[1]
    log_ratio = (slope * (YEARS - 2019))[:, None] + scale * (trend + 0.03 * v)
    errors = [0.23 / 2 * np.sqrt(2 * (1 - rho)) for rho in RHOS]
    fan = 1 - np.exp(np.quantile(log_ratio + errors[0] * w, LEVELS, axis=1))
    probabilities = [
        [np.mean(log_ratio[place] + error * w <= np.log(1 - edge)) for edge in edges]
        for error in errors for place, edges in ((11, (0.23, 0.25)), (16, (0.42, 0.46)))]
    return fan, probabilities


def national(draws, processes):
    jobs = [(number, draws) for number in range(ZONES * SECTORS)]
    if processes == 1:
        outcomes = [series(job) for job in jobs]
    else:
        with Pool(processes) as pool:
            outcomes = pool.map(series, jobs, chunksize=20)
    print(f"{np.mean([probabilities[1][0] for _, probabilities in outcomes]):.6f}")


def sources(draws, count):
    number = np.arange(count)
    turn = number * 0.6180339887498949
    emission = 50 / (0.02 + turn - np.floor(turn))
    zone, sector = (number * 7919) % ZONES, number % SECTORS
    cell = zone * SECTORS + sector
    both = np.flatnonzero(number % 3 == 0)
    second = (zone[both] + 1) % ZONES * SECTORS + sector[both]
    own = emission * OWN[sector]
    rng = np.random.default_rng(2)
    total = np.zeros((2, ZONES * SECTORS))
    for _ in range(draws):
        factors = rng.standard_normal(SECTORS)
        drawn = emission * (1 + SHARED * factors)[sector] + own * rng.standard_normal(count)
        sums = np.bincount(cell, drawn, ZONES * SECTORS)
        sums += np.bincount(second, 0.5 * drawn[both], ZONES * SECTORS)
        total += sums, sums * sums
    mean = np.bincount(cell, emission, ZONES * SECTORS)
    mean += np.bincount(second, 0.5 * emission[both], ZONES * SECTORS)
    there = mean > 0
    variance = total[1] / draws - 2 * mean * total[0] / draws + mean * mean
    print(f"{np.mean(np.sqrt(variance[there]) / mean[there]) * np.mean(there):.6f}")


if sys.argv[1] == "national":
    national(int(sys.argv[2]), int(sys.argv[3]))
else:
    sources(int(sys.argv[2]), int(sys.argv[3]))
