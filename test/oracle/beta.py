"""Golden values of lib/math/beta.ts, cross-checked against SciPy."""

import numpy
import scipy
from mpmath import betainc, findroot, mp, mpf
from scipy import special, stats

from golden import rng, table, write

mp.dps = 40

SHAPES = [(0.5, 0.5), (0.5, 1.0), (1.0, 3.0), (4.5, 4.5), (4.5, 130.5), (9.5, 275.5), (49.5, 49.5), (499.5, 14485.5), (14485.5, 499.5), (15000.0, 0.5)]


def cdf(x, a, b):
    return betainc(a, b, 0, x, regularized=True)


def quantile(p, a, b):
    """Bracketed around SciPy's value, by the smaller tail, then to 40 digits."""
    p, a, b = mpf(p), mpf(a), mpf(b)
    # Of the two quantiles, x and 1 - x, SciPy is asked for the smaller one, which it tells to more digits.
    if special.betaincinv(float(a), float(b), float(p)) > 0.5:
        return 1 - quantile_near(1 - p, b, a, special.betainccinv(float(b), float(a), float(p)))
    return quantile_near(p, a, b, special.betaincinv(float(a), float(b), float(p)))


def quantile_near(p, a, b, guess):
    guess = mpf(guess)
    return findroot(lambda x: cdf(x, a, b) - p, (guess * (1 - mpf(10) ** -7), guess * (1 + mpf(10) ** -7)), solver="anderson", tol=mpf(10) ** -60, verify=False)


def f_quantile(p, m, n):
    x = quantile(p, mpf(m) / 2, mpf(n) / 2)
    return x / (1 - x) * n / m


def points(name):
    r = rng(name)
    rows = []
    for a, b in SHAPES + [(r.randint(1, 200) / 2, r.randint(1, 4000) / 2) for _ in range(10)]:
        d = stats.beta(a, b)
        rows += [{"x": float(d.ppf(p)), "a": a, "b": b} for p in (1e-5, 0.01, 0.3, 0.5, 0.8, 0.999)]
    return [row for row in rows if 0 < row["x"] < 1]


def levels(name):
    r = rng(name)
    for a, b in SHAPES + [(r.randint(1, 200) / 2, r.randint(1, 4000) / 2) for _ in range(10)]:
        for p in (1e-6, 0.025, 0.05, 0.5, 0.95, 0.975, 1 - 1e-6):
            yield p, a, b


tables = {
    "incompleteBeta": table(cdf, points("incomplete beta")),
    "betaQuantile": table(quantile, [{"p": p, "a": a, "b": b} for p, a, b in levels("beta quantile")]),
    "fQuantile": table(f_quantile, [{"p": p, "m": 2 * a, "n": 2 * b} for p, a, b in levels("f quantile")]),
}

for row in tables["incompleteBeta"]:
    numpy.testing.assert_allclose(row["value"], special.betainc(row["a"], row["b"], row["x"]), rtol=1e-9)
for row in tables["betaQuantile"]:
    numpy.testing.assert_allclose(row["value"], special.betaincinv(row["a"], row["b"], row["p"]), rtol=1e-11)
for row in tables["fQuantile"]:
    numpy.testing.assert_allclose(row["value"], stats.f.ppf(row["p"], row["m"], row["n"]), rtol=1e-9)

write("beta", f"40 digits, the incomplete beta function and its root, rounded to the nearest double; agrees with SciPy {scipy.__version__}", tables)
