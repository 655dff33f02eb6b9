"""Golden values of lib/math/probability.ts and normal.ts, cross-checked against SciPy."""

import numpy
import scipy
from mpmath import binomial, erfc, erfinv, exp, fsum, mp, mpf, pi, sqrt
from scipy import special, stats

from golden import rng, table, write

mp.dps = 400  # erfinv must tell 1 - 1e-300 from 1

SCALES = [(0.0, 1.0), (100.0, 15.0), (-3.3, 0.7), (1e6, 1e-3)]


def cdf(z):
    return erfc(-z / sqrt(2)) / 2


def quantile(p):
    return -sqrt(2) * erfinv(1 - 2 * p)


def points(name, limit):
    r = rng(name)
    zs = [0.0, 1e-300, 1e-9, 0.1, 0.5, 0.7, 0.75, 0.76, 0.8, 1.0, 1.96, 2.0, 3.0, 5.0, 8.0, 13.0, 20.0, 30.0, 36.0, 37.0]
    rows = [{"x": s * z, "mean": 0.0, "sd": 1.0} for z in zs for s in ((1, -1) if z else (1,)) if s * z <= limit]
    for mean, sd in SCALES:
        rows += [{"x": mean + sd * r.uniform(-36, min(limit, 36)), "mean": mean, "sd": sd} for _ in range(20)]
        rows += [{"x": mean + sd * r.uniform(-3, 3), "mean": mean, "sd": sd} for _ in range(20)]
    return rows


def intervals():
    r = rng("interval")
    rows = [{"a": a, "b": b, "mean": 100.0, "sd": 15.0} for a, b in ((85.0, 115.0), (70.0, 130.0), (600.0, 601.0), (100.0, 100.0))]
    for mean, sd in SCALES:
        for width in (1e-12, 1e-6, 1e-3, 0.02, 0.1, 0.5, 0.9, 1.1, 3.0, 20.0):
            for _ in range(8):
                a = mean + sd * r.uniform(-36, 36)
                rows.append({"a": a, "b": a + sd * width, "mean": mean, "sd": sd})
    return [row for row in rows if row["b"] <= row["mean"] + 37 * row["sd"]]


def interval(a, b, mean, sd):
    za, zb = (a - mean) / sd, (b - mean) / sd
    return (erfc(za / sqrt(2)) - erfc(zb / sqrt(2))) / 2


def binomials(name):
    r = rng(name)
    rows = [{"k": k, "n": n, "p": p} for n in (0, 1, 5, 10) for k in range(n + 1) for p in (0.0, 0.1, 0.5, 0.99, 1.0)]
    return rows + [{"k": r.randint(0, n), "n": n, "p": r.random()} for n in (20, 60, 300, 1000) for _ in range(25)]


def pmf(k, n, p):
    return binomial(n, k) * p**k * (1 - p) ** (n - k)


def bayes_rows():
    r = rng("bayes")
    rows = [
        {"priors": [0.01, 0.99], "likelihoods": [0.99, 0.05]},  # tutorial example 16
        {"priors": [1.0, 0.0, 0.0], "likelihoods": [0.2, 0.3, 0.4]},
        {"priors": [0.5, 0.5], "likelihoods": [1e-310, 3e-308]},
        {"priors": [1e-200, 1.0], "likelihoods": [1e-150, 3e-320]},
    ]
    for n in (2, 3, 4):
        rows += [{"priors": [w / 16 for w in [r.randint(1, 9) for _ in range(n)]], "likelihoods": [r.random() for _ in range(n)]} for _ in range(10)]
    return rows


def bayes(priors, likelihoods):
    joint = [p * q for p, q in zip(priors, likelihoods)]
    return [j / fsum(joint) for j in joint]


r = rng("quantile")
levels = [1e-300, 1e-100, 1e-20, 1e-5, 0.025, 0.1, 0.22, 0.23, 0.25, 0.4, 0.5, 0.5 - 1e-12, 0.5 + 1e-12, 0.6, 0.8, 0.95, 0.975, 1 - 2**-53]
levels += [10 ** r.uniform(-300, -1) for _ in range(20)] + [r.random() for _ in range(40)]

tables = {
    "normalPdf": table(lambda x, mean, sd: exp(-(((x - mean) / sd) ** 2) / 2) / (sd * sqrt(2 * pi)), points("pdf", 37)),
    "normalCdf": table(lambda x, mean, sd: cdf((x - mean) / sd), points("cdf", 40)),
    "normalUpperTail": table(lambda x, mean, sd: cdf((mean - x) / sd), points("tail", 37)),
    "normalInterval": table(interval, intervals()),
    "normalQuantile": table(quantile, [{"p": p} for p in levels]),
    "bayes": table(bayes, bayes_rows()),
    "binomialPmf": table(pmf, [row for row in binomials("pmf") if pmf(row["k"], row["n"], mpf(row["p"])) == 0 or pmf(row["k"], row["n"], mpf(row["p"])) > 1e-307]),
    "binomialCoefficient": table(lambda n, k: binomial(n, k), [{"n": row["n"], "k": row["k"]} for row in binomials("choose") if row["k"] or not row["n"]]),
}

for row in tables["normalCdf"]:
    z = (row["x"] - row["mean"]) / row["sd"]
    numpy.testing.assert_allclose(row["value"], special.ndtr(z), rtol=1e-6 if row["sd"] < 0.1 else 1e-11)
for row in tables["normalQuantile"]:
    numpy.testing.assert_allclose(row["value"], special.ndtri(row["p"]), rtol=1e-12)
for row in tables["binomialPmf"]:
    numpy.testing.assert_allclose(row["value"], stats.binom.pmf(row["k"], row["n"], row["p"]), rtol=1e-9)

write("probability", f"400 digits, by erfc, erfinv and binomial, rounded to the nearest double; agrees with SciPy {scipy.__version__}", tables)
