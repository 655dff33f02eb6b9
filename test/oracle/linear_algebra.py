"""Golden values of lib/math/vector.ts, matrix.ts and solve.ts, cross-checked against NumPy."""

import math

import numpy
from mpmath import fdot, fsum, matrix, mp, mpf, sqrt

from golden import rng, table, write

mp.dps = 700  # so that sums and products of doubles are exact

def vectors(name):
    r = rng(name)
    rows = [[3.0, 4.0], [1.0, 2.0, 2.0], [0.1, 0.2, 0.3], [2.0, 3.0, 6.0], [-7.0]]
    return rows + [[r.uniform(-s, s) for _ in range(r.randint(1, 8))] for s in (1, 100, 1e9) for _ in range(12)]


def extreme():
    rows = [[1e308, 1e308], [1e-320, 3e-320, 1e-319], [1e200, 1e-200], [3e160, 4e160], [1e-170, 2e-170], [5e-324]]
    return [{"v": v} for v in vectors("norm") + rows]


def cancelling(name, pairs):
    """Terms of which all but about one digit in 10^12 cancel."""
    r = rng(name)
    rows = []
    for _ in range(20):
        u = [r.uniform(-1, 1) for _ in range(5)]
        w = [r.uniform(-1, 1) for _ in range(5)] if pairs else [1.0] * 5
        rest = math.fsum(a * b for a, b in zip(u, w))
        tiny = r.uniform(1e-12, 9e-12)
        rows.append((u + [-rest, tiny], w + [1.0, 1.0]))
    return rows


def matrices(name, m, n, count, integers=False):
    r = rng(name)
    entry = (lambda: float(r.randint(-9, 9))) if integers else (lambda: r.uniform(-3, 3))
    return [[[entry() for _ in range(n)] for _ in range(m)] for _ in range(count)]


def hadamard_bound(a):
    bound = mpf(1)
    for row in a:
        bound *= sqrt(fsum(x * x for x in row))
    return bound


def hilbert(n):
    return [[1 / (i + j + 1) for j in range(n)] for i in range(n)]


def systems(name):
    r = rng(name)
    a = [m for n in range(1, 7) for m in matrices(f"{name} {n}", n, n, 5)]
    a += [m for n in (2, 3) for m in matrices(f"{name} integer {n}", n, n, 12, True) if abs(numpy.linalg.det(m)) > 0.5]
    a += [hilbert(n) for n in range(2, 9)]
    a += [[[1e-20, 0.0], [0.0, 1.0]], [[1e-200, 1.0], [1.0, -1e200]], [[1e8, 2e8], [3e-8, 1e-8]], [[0.0, 1.0], [1.0, 0.0]]]
    return [{"a": m, "b": [r.uniform(-5, 5) for _ in m]} for m in a]


def solve(a, b):
    return mp.lu_solve(matrix(a), matrix(b)).T.tolist()[0]


def largest(x):
    """The size of the largest entry of a vector or matrix, given as rows."""
    return max(abs(v) for row in x for v in (row if isinstance(row, list) else [row]))


def inverse(a):
    return (matrix(a) ** -1).tolist()


def least_squares(a, b):
    m = matrix(a)
    return mp.lu_solve(m.T * m, m.T * matrix(b)).T.tolist()[0]


def fits():
    r = rng("fits")
    rows = [{"a": [[1.0, 1.0], [1.0, 2.0], [1.0, 3.0]], "b": [2.0, 4.0, 5.0]}]
    for m, n in ((2, 1), (3, 2), (5, 2), (6, 3), (8, 4)):
        rows += [{"a": a, "b": [r.uniform(-5, 5) for _ in a]} for a in matrices(f"fit {m} {n}", m, n, 5)]
    for degree in (2, 3, 4):
        xs = [2000.0 + r.randint(0, 40) if degree == 2 else r.uniform(0, 6) for _ in range(10)]
        if degree == 2:
            a = [[1.0, x] for x in xs]
        else:
            a = [[x**k for k in range(degree + 1)] for x in xs]
        rows.append({"a": a, "b": [sum(row) + r.uniform(-0.1, 0.1) for row in a]})
    return rows


def product(a, b):
    return (matrix(a) * matrix(b)).tolist()


tables = {
    "sum": table(fsum, [{"terms": v} for v in vectors("sum") + [u for u, _ in cancelling("sum", False)]]),
    "mean": table(lambda v: fsum(v) / len(v), [{"v": v} for v in vectors("mean")]),
    "dot": table(lambda u, v: fdot(u, v), [{"u": u, "v": [x * x - 2 for x in u]} for u in vectors("dot")] + [{"u": u, "v": v} for u, v in cancelling("dot", True)]),
    "norm": table(lambda v: sqrt(fdot(v, v)), extreme()),
    "normalize": table(lambda v: [x / sqrt(fdot(v, v)) for x in v], extreme()),
    "product": table(product, [{"a": a, "b": b} for n, p in ((2, 2), (3, 1), (4, 3)) for a, b in zip(matrices(f"left {n}", 3, n, 5), matrices(f"right {n} {p}", n, p, 5))]),
    "matvec": table(lambda a, v: [fdot(row, v) for row in a], [{"a": a, "v": v[0]} for a, v in zip(matrices("matvec", 3, 4, 10), matrices("matvec v", 1, 4, 10))]),
    "trace": table(lambda a: fsum(a[i][i] for i in range(len(a))), [{"a": a} for a in matrices("trace", 3, 3, 10)]),
    "frobeniusNorm": table(lambda a: sqrt(fsum(x * x for row in a for x in row)), [{"a": a} for a in matrices("frobenius", 3, 2, 10)] + [{"a": [[1e200, 2e200], [0.0, 1e200]]}]),
    "determinant": table(lambda a: mp.det(matrix(a)), [{"a": a} for n in range(1, 7) for a in matrices(f"det {n}", n, n, 6)] + [{"a": hilbert(n)} for n in (2, 3, 5)], hadamard_bound),
    "solve": table(solve, systems("solve"), lambda a, b: largest(solve(a, b))),
    "inverse": table(inverse, [{"a": row["a"]} for row in systems("inverse") if largest(row["a"]) < 1e100], lambda a: largest(inverse(a))),
    "leastSquares": table(least_squares, fits(), lambda a, b: largest(least_squares(a, b))),
}

for row in tables["determinant"]:
    numpy.testing.assert_allclose(row["value"], numpy.linalg.det(row["a"]), atol=1e-12 * row["scale"])
for row in tables["solve"]:
    if numpy.linalg.cond(row["a"]) < 1e4:
        numpy.testing.assert_allclose(row["value"], numpy.linalg.solve(row["a"], row["b"]), atol=1e-10 * row["scale"])
for row in tables["leastSquares"]:
    numpy.testing.assert_allclose(row["value"], numpy.linalg.lstsq(row["a"], row["b"], rcond=None)[0], atol=1e-7 * row["scale"])

write("linear_algebra", f"700 digits, which makes sums and products exact, rounded to the nearest double; agrees with NumPy {numpy.__version__}", tables)
