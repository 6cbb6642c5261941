# SPDX-License-Identifier: GPL-3.0-or-later
"""Times scipy and numpy on the series that fit-benchmark wrote, in CPU seconds of this process.

Usage: peer-fits.py SERIES.csv
The exponential decline by scipy.optimize.curve_fit (Levenberg-Marquardt, analytic Jacobian), the
year-effect REML by numpy (profile over the variance ratio with block algebra, scipy's bounded
Brent), Theil-Sen by scipy.stats.theilslopes, and the plain bootstrap by numpy's median of all
pairwise slopes, on few replicates and extrapolated."""
import csv
import sys
import time

import numpy as np
from scipy.optimize import curve_fit, minimize_scalar
from scipy.stats import theilslopes

stations = {}
for row in csv.DictReader(open(sys.argv[1])):
    stations.setdefault(row["station"], []).append(
        (int(row["year"]), int(row["month"]), float(row["value"])))
data = [np.array(rows) for rows in stations.values()]


def design(rows):
    t = rows[:, 0] + (rows[:, 1] - 0.5) / 12
    w = 2 * np.pi * t
    return t, np.column_stack(
        [np.ones_like(t), t - 2014.5, np.cos(w), np.sin(w), np.cos(2 * w), np.sin(2 * w)])


def year_effect(rows):
    t, X = design(rows)
    y = np.log(rows[:, 2])
    Z = (rows[:, 0][:, None] == np.unique(rows[:, 0])[None, :]).astype(float)
    n, p = X.shape
    XX, Xy, yy = X.T @ X, X.T @ y, y @ y
    ZX, Zy, m = Z.T @ X, Z.T @ y, Z.sum(axis=0)

    def criterion(log_ratio):
        k = np.exp(log_ratio)
        w = k / (1 + k * m)
        A = XX - (ZX * w[:, None]).T @ ZX
        b = Xy - (ZX * w[:, None]).T @ Zy
        beta = np.linalg.solve(A, b)
        rss = yy - (Zy * w) @ Zy - beta @ b
        return ((n - p) * np.log(rss) + np.log1p(k * m).sum() + np.linalg.slogdet(A)[1])

    return minimize_scalar(criterion, bounds=(-12, 6), method="bounded").x


def decline(rows):
    t, X = design(rows)
    x = t - 2014.5

    def f(_, A, k, a1, b1, a2, b2):
        return A * np.exp(-k * x) + X[:, 2:] @ np.array([a1, b1, a2, b2])

    def jac(_, A, k, a1, b1, a2, b2):
        e = np.exp(-k * x)
        return np.column_stack([e, -A * x * e, X[:, 2:]])

    y = rows[:, 2]
    return curve_fit(f, x, y, p0=[y.mean(), 0.01, 0, 0, 0, 0], jac=jac, method="lm")[0]


def cpu(name, body, items, scale=1.0, runs=3):
    times = []
    for _ in range(runs):
        start = time.process_time()
        for item in items:
            body(item)
        times.append((time.process_time() - start) * scale)
    times.sort()
    print(f"{name}\t{times[0]:.3f}\t{times[len(times) // 2]:.3f}\t{times[-1]:.3f}")


print(f"CPU seconds, {len(data)} stations (scipy, numpy)\tmin\tmedian\tmax")
cpu("year effect, REML (numpy)", year_effect, data)
cpu("exponential decline and harmonics (scipy curve_fit)", decline, data)
cpu("Theil-Sen with interval (scipy theilslopes)",
    lambda r: theilslopes(r[:, 2], r[:, 0] + (r[:, 1] - 0.5) / 12), data[:30], 10, 1)
rows = data[0]
t = rows[:, 0] + (rows[:, 1] - 0.5) / 12
i, j = np.triu_indices(len(t), 1)


def plain(_):
    return np.median((rows[j, 2] - rows[i, 2]) / (t[j] - t[i]))


cpu("Theil-Sen with 1,000 bootstraps (plain median, extrapolated)", plain, range(300),
    len(data) * 1000 / 300, 1)
