"""Golden values of lib/math/statistics.ts, cross-checked against NumPy."""

import numpy
from mpmath import fsum, mp, sqrt

from golden import rng, table, write

mp.dps = 100


def data_sets(name):
    r = rng(name)
    rows = [[[1.0, 2.0], [2.0, 3.0], [3.0, 5.0]], [[4.0], [4.5]]]
    for n, d, centre, spread in ((3, 2, 0, 1), (5, 3, 10, 3), (10, 2, 1e9, 1), (8, 4, -1e3, 50), (40, 2, 1, 1e-3)):
        rows += [[[centre + spread * r.uniform(-1, 1) for _ in range(d)] for _ in range(n)] for _ in range(4)]
    return [{"x": x} for x in rows]


def means(x):
    return [fsum(column) / len(x) for column in zip(*x)]


def centred(x):
    m = means(x)
    return [[v - m[j] for j, v in enumerate(row)] for row in x]


def covariance(lost):
    def of(x):
        c = centred(x)
        d = len(c[0])
        return [[fsum(row[j] * row[k] for row in c) / (len(c) - lost) for k in range(d)] for j in range(d)]

    return of


def sizes(lost):
    def of(x):
        s = covariance(lost)(x)
        return [[sqrt(s[j][j] * s[k][k]) for k in range(len(s))] for j in range(len(s))]

    return of


def standardised(x):
    s = covariance(0)(x)
    return [[v / sqrt(s[j][j]) for j, v in enumerate(row)] for row in centred(x)]


def largest_of_column(of):
    """For every entry the size of the largest in its column."""

    def sizes(x):
        return [[max(abs(v) for v in column) for column in zip(*of(x))] for _ in x]

    return sizes


def squared_errors():
    r = rng("mse")
    return [{"predicted": [r.uniform(-9, 9) for _ in range(n)], "actual": [float(r.randint(-9, 9)) for _ in range(n)]} for n in (1, 2, 5, 30) for _ in range(5)]


tables = {
    "columnMeans": table(means, data_sets("means")),
    "centred": table(centred, data_sets("centred"), largest_of_column(centred)),
    "covariance": table(covariance(0), data_sets("covariance"), sizes(0)),
    "covarianceUnbiased": table(covariance(1), data_sets("unbiased"), sizes(1)),
    "standardise": table(standardised, data_sets("standardise"), largest_of_column(standardised)),
    "meanSquaredError": table(lambda predicted, actual: fsum((p - a) ** 2 for p, a in zip(predicted, actual)) / len(actual), squared_errors()),
}

for row in tables["covarianceUnbiased"]:
    numpy.testing.assert_allclose(row["value"], numpy.atleast_2d(numpy.cov(row["x"], rowvar=False)), rtol=1e-6, atol=1e-6 * numpy.max(row["scale"]))

write("data_sets", f"100 digits, from the definitions, rounded to the nearest double; agrees with NumPy {numpy.__version__}", tables)
