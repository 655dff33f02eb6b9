"""Exact logarithms: mpmath's at 40 digits, recognised as fractions."""

from fractions import Fraction

from mpmath import e, log, mp, mpf

mp.dps = 40


def exact(x, most=2000000):
    """The fraction that a number of 40 digits is."""
    return Fraction(str(x)).limit_denominator(most)


def answers(p, level):
    r = [e if root == "e" else mpf(root) for root in p["roots"]]
    first, second = p["tops"][:2]
    if level == 1:
        return {"first": exact(log(r[0] ** first, r[0])), "second": exact(log(r[1] ** second, r[1]))}
    b = r[0] ** p["base"]
    logs = [exact(log(r[0] ** top, b)) for top in p["tops"]]
    if level == 2:
        return {"first_compared": logs[0], "second_compared": logs[1]}
    known = r[0] ** first
    y = mpf(first) / p["base"]
    return {"b": exact(known ** (1 / y)), "asked_log": logs[1], "x": exact(b ** (mpf(p["tops"][2]) / p["base"]))}
