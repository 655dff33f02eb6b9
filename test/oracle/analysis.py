"""Golden values of lib/course/analysis, by NumPy and SciPy and by other formulas than ours: variances as mean squares of a
two-way analysis of variance, Wilson's interval as SciPy has it or as the roots of its quadratic, ranks by rankdata."""

import json
import random
from pathlib import Path

import numpy
import scipy
from scipy import stats

FILE = Path(__file__).resolve().parent.parent / "golden" / "analysis.json"


def rng(name):
    return random.Random("chainrule analysis " + name)


def wilson_rows():
    for k, n in ((0, 1), (1, 1), (0, 10), (10, 10), (1, 3), (5, 56), (27, 40), (499, 1000), (1000, 1000)):
        for confidence in (0.9, 0.95):
            ci = stats.binomtest(k, n).proportion_ci(confidence, "wilson")
            yield {"x": k, "n": n, "confidence": confidence, "low": max(0.0, ci.low), "high": min(1.0, ci.high)}


def wilson_by_roots(x, n, confidence):
    """|p - x/n| <= z sqrt(p(1-p)/n), squared: a quadratic in p."""
    z = stats.norm.ppf((1 + confidence) / 2)
    p = x / n
    return sorted(numpy.roots([1 + z * z / n, -(2 * p + z * z / n), p * p]).real)


def newcombe(x1, n1, x2, n2, confidence):
    (l1, u1), (l2, u2) = wilson_by_roots(x1, n1, confidence), wilson_by_roots(x2, n2, confidence)
    p1, p2 = x1 / n1, x2 / n2
    return p1 - p2 - ((p1 - l1) ** 2 + (u2 - p2) ** 2) ** 0.5, p1 - p2 + ((u1 - p1) ** 2 + (p2 - l2) ** 2) ** 0.5


def newcombe_rows():
    r = rng("newcombe")
    for n1, n2 in ((7, 7), (10, 20), (56, 29), (250, 250), (3, 900)):
        for _ in range(3):
            x1, x2 = r.randint(0, n1), r.randint(0, n2)
            low, high = newcombe(x1, n1, x2, n2, 0.9)
            yield {"x1": x1, "n1": n1, "x2": x2, "n2": n2, "confidence": 0.9, "low": low, "high": high}


def scores(name, students, items, levels, missing):
    """Scores of students of differing ability at items of differing difficulty, some of them missing."""
    r = rng(name)
    ability = [r.gauss(0, 1) for _ in range(students)]
    hard = [r.gauss(0, 0.7) for _ in range(items)]
    cell = lambda s, i: sum(r.gauss(0, 1) < ability[s] - hard[i] for _ in range(levels)) / levels
    return [[None if r.random() < missing else cell(s, i) for i in range(items)] for s in range(students)]


def alpha(x):
    """1 - MSE/MSS of the analysis of variance of students by items without replication (Hoyt 1941)."""
    n, k = x.shape
    grand = x.mean()
    students = k * ((x.mean(axis=1) - grand) ** 2).sum() / (n - 1)
    residual = x - x.mean(axis=1, keepdims=True) - x.mean(axis=0, keepdims=True) + grand
    return 1 - (residual**2).sum() / ((n - 1) * (k - 1)) / students


def matrices():
    for name, students, items, levels, missing in (("small", 12, 2, 3, 0.0), ("right or wrong", 60, 6, 1, 0.03), ("partial", 200, 10, 4, 0.02)):
        rows = scores(name, students, items, levels, missing)
        x = numpy.array([row for row in rows if None not in row])
        n, k = x.shape
        a = alpha(x)
        ends = stats.f.ppf([0.975, 0.025], n - 1, (n - 1) * (k - 1))
        discrimination = []
        for i in range(k):
            result = stats.pearsonr(x[:, i], numpy.delete(x, i, axis=1).sum(axis=1))
            ci = result.confidence_interval(0.95)
            discrimination.append({"correlation": result.statistic, "low": ci.low, "high": ci.high})
        yield {
            "rows": rows,
            "students": n,
            "alpha": a,
            "low": 1 - (1 - a) * ends[0],
            "high": 1 - (1 - a) * ends[1],
            "without": [alpha(numpy.delete(x, i, axis=1)) if k > 2 else None for i in range(k)],
            "discrimination": discrimination,
        }


def verdict(x1, n1, x2, n2):
    if min(n1, n2) < 10:
        return "not enough data"
    low, high = newcombe(x1, n1, x2, n2, 0.9)
    if -0.05 <= low and high <= 0.05:
        return "equivalent"
    return "different" if low > 0 or high < 0 else "not enough data"


def fairness_rows():
    for name, students, efforts, slope, base in (
        ("no difference", 120, 30, 0.0, 0.7),
        ("many students", 9000, 40, 0.0, 0.8),
        ("hard ones", 400, 12, -0.5, 0.9),
        ("two variants", 50, 2, -0.1, 0.6),
        ("few", 20, 9, 0.0, 0.5),
    ):
        r = rng(name)
        effort = [r.randint(1, efforts) for _ in range(students)]
        right = [r.random() < base + slope * (e - 1) / max(1, efforts - 1) for e in effort]
        u = (stats.rankdata(effort) - 0.5) / students
        # Boundaries fall outwards; the ranks are multiples of 1/2n, so a billionth decides nothing else.
        quarter = numpy.where(u <= 0.25 + 1e-9, 0, numpy.where(u >= 0.75 - 1e-9, 3, numpy.where(u <= 0.5 + 1e-9, 1, 2)))
        groups = [[r for r, q in zip(right, quarter) if q == k] for k in range(4)]
        filled = [g for g in groups if g]
        x2, n2, x1, n1 = sum(filled[0]), len(filled[0]), sum(filled[-1]), len(filled[-1])
        low, high = newcombe(x1, n1, x2, n2, 0.9)
        found = verdict(x1, n1, x2, n2)
        needed = None
        if found == "not enough data":
            needed = students
            while verdict(x1 * needed / students, n1 * needed / students, x2 * needed / students, n2 * needed / students) == "not enough data":
                needed += 1
        yield {
            "effort": effort,
            "right": [int(one) for one in right],
            "groups": [[sum(g), len(g)] for g in groups],
            "difference": x1 / n1 - x2 / n2,
            "low": low,
            "high": high,
            "verdict": found,
            "needed": needed,
        }


def distribution_rows():
    r = rng("distribution")
    for n in (1, 2, 3, 7, 50):
        x = [r.randint(0, 40) / 40 for _ in range(n)]
        counts, _ = numpy.histogram(numpy.array(x) + 1e-12, bins=numpy.linspace(0, 1, 11) + numpy.array([0.0] * 10 + [1e-9]))
        lower, median, upper = numpy.percentile(x, [25, 50, 75])
        yield {
            "scores": x,
            "counts": [int(c) for c in counts],
            "lower": lower,
            "median": median,
            "upper": upper,
            "mean": numpy.mean(x),
            "sd": numpy.std(x, ddof=1) if n > 1 else None,
        }


tables = {
    "wilson": wilson_rows(),
    "newcombe": newcombe_rows(),
    "matrices": matrices(),
    "fairness": fairness_rows(),
    "distributions": distribution_rows(),
}
source = f"NumPy {numpy.__version__}, SciPy {scipy.__version__}; test/oracle/analysis.py"
lines = [f'  "source": {json.dumps(source)}']
for key, rows in tables.items():
    body = ",\n".join("    " + json.dumps(row, allow_nan=False) for row in rows)
    lines.append(f"  {json.dumps(key)}: [\n{body}\n  ]")
FILE.write_text("{\n" + ",\n".join(lines) + "\n}\n")
