"""Golden values of lib/math/logs.ts, most of them cross-checked against SciPy."""

import numpy
import scipy
from mpmath import exp, fabs, fsum, log, log1p, mp, mpf
from scipy import special

from golden import rng, table, write

mp.dps = 700


def distribution(r, n, zeros=0):
    weights = [r.random() ** 4 for _ in range(n)]
    for i in r.sample(range(n), zeros):
        weights[i] = 0.0
    return [w / sum(weights) for w in weights]


def xlogy(x, y):
    return mpf(0) if x == 0 else x * log(y)


def cross_entropy(p, q, base=None):
    return -fsum(xlogy(a, b) for a, b in zip(p, q)) / (1 if base is None else log(base))


def kl(p, q):
    return fsum(mpf(0) if a == 0 else a * log(a / b) for a, b in zip(p, q))


def kl_size(p, q):
    return fsum(mpf(0) if a == 0 else fabs(a * log(a / b)) for a, b in zip(p, q))


def log_sum_exp(z):
    top = z.index(max(z))
    return z[top] + log1p(fsum(exp(zj - z[top]) for j, zj in enumerate(z) if j != top))


def log_sum_exp_size(z):
    return max(fabs(max(z)), log(len(z)))


def logs():
    r = rng("log")
    rows = [{"x": float(b) ** k, "base": float(b)} for b in (2, 3, 5, 7, 10) for k in range(1, 16) if b**k < 2**53]
    rows += [{"x": x, "base": b} for x in (0.001, 0.125, 0.2, 1e-300, 1e300, 1 + 2**-52, 2**-1074) for b in (0.5, 2.0, 10.0, 1.5)]
    return rows + [{"x": 10 ** r.uniform(-20, 20), "base": r.choice([0.1, 1.01, 2.0, 3.0, 10.0, 12.5])} for _ in range(100)]


def logits():
    r = rng("logSumExp")
    rows = [[1000.0, 1000.0], [-1000.0, -1000.0, -1001.0], [0.0, -700.0], [1e308, 1e308], [-1e308, 1e308], [5.0], [-0.6931471805599453] * 2]
    return rows + [[r.uniform(-s, s) for _ in range(r.randint(2, 7))] for s in (1, 30, 700) for _ in range(12)]


def pairs(name, zeros):
    r = rng(name)
    rows = []
    for n in (2, 3, 4, 8):
        rows += [{"p": distribution(r, n, min(zeros, n - 1)), "q": distribution(r, n)} for _ in range(8)]
    return rows


def near(name):
    """Distributions that nearly agree, where the terms of the divergence cancel."""
    r = rng(name)
    rows = []
    for size in (1e-3, 1e-8, 1e-12):
        p = distribution(r, 4)
        q = [a * (1 + size * r.uniform(-1, 1)) for a in p]
        rows.append({"p": p, "q": q})
    return rows


def targets(name, low, high):
    r = rng(name)
    rows = [{"y": float(y), "t": t} for y in (0, 1) for t in (low, high)]
    return rows + [{"y": r.choice([0.0, 1.0, 0.3, r.random()]), "t": r.uniform(low, high)} for _ in range(60)]


def probabilities():
    rows = [{"y": row["y"], "p": row["t"]} for row in targets("bce", 1e-3, 1 - 1e-3)]
    return rows + [{"y": y, "p": p} for y in (0.0, 1.0, 0.5) for p in (1e-300, 1e-20, 1 - 2**-53, 0.8)]


def binary_cross_entropy(y, p):
    return -(xlogy(y, p) + (0 if y == 1 else (1 - y) * log1p(-p)))


tables = {
    "log": table(lambda x, base: log(x) / log(base), logs()),
    "logSumExp": table(log_sum_exp, [{"z": z} for z in logits()], log_sum_exp_size),
    "xlogy": table(xlogy, [{"x": x, "y": y} for x in (0.0, 0.3, 5.0) for y in (1e-300, 0.5, 1.0, 1 + 1e-9, 7.7)]),
    "entropy": table(lambda p: cross_entropy(p, p), [{"p": row["p"]} for row in pairs("entropy", 1)] + [{"p": [1 - 2**-50, 2**-50]}]),
    "entropyInBits": table(lambda p: cross_entropy(p, p, 2), [{"p": row["p"]} for row in pairs("bits", 1)]),
    "crossEntropy": table(cross_entropy, pairs("cross", 1)),
    "crossEntropyFromLogits": table(
        lambda p, z: fsum(a * (log_sum_exp(z) - b) for a, b in zip(p, z)),
        [{"p": d["p"], "z": [r.uniform(-s, s) for _ in d["p"]]} for s in (1, 30, 700) for r in [rng(f"cel {s}")] for d in pairs("cel", 1)[:12]],
    ),
    "klDivergence": table(kl, pairs("kl", 1) + near("near"), kl_size),
    "binaryCrossEntropy": table(binary_cross_entropy, probabilities()),
    "binaryCrossEntropyFromLogit": table(
        lambda y, z: y * log1p(exp(-z)) + (1 - y) * log1p(exp(z)), [{"y": row["y"], "z": row["t"]} for row in targets("bcel", -700.0, 700.0)]
    ),
}

for row in tables["logSumExp"]:
    numpy.testing.assert_allclose(row["value"], special.logsumexp(row["z"]), rtol=1e-12, atol=1e-15)
for row in tables["entropy"]:
    numpy.testing.assert_allclose(row["value"], special.entr(row["p"]).sum(), rtol=1e-12)
for row in tables["klDivergence"]:
    numpy.testing.assert_allclose(row["value"], special.rel_entr(row["p"], row["q"]).sum(), atol=1e-14)

write("logs", f"700 digits, from the definitions, rounded to the nearest double; agrees with SciPy {scipy.__version__} to 1e-12", tables)
