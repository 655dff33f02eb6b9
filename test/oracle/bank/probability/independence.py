"""Independence: exact fractions, a root finder for the equation, and scipy's expected frequencies for the table."""

from fractions import Fraction

import numpy as np
from scipy.optimize import brentq
from scipy.stats.contingency import expected_freq


def sign(x):
    return "independent" if abs(x) < 1e-12 else "more" if x > 0 else "less"


def answers(p, level):
    if level == 3:
        table = np.array(p["counts"])
        (both, only_a), (only_b, neither) = p["counts"]

        def excess(x):
            changed = np.array([[x, only_a], [only_b, neither]], dtype=float)
            return x - expected_freq(changed)[0, 0]

        return {
            "b_given_a": Fraction(both, both + only_a), "b_given_not_a": Fraction(only_b, only_b + neither),
            "table_verdict": sign(both - expected_freq(table)[0, 0]), "fitting": round(brentq(excess, 0, 1000, xtol=1e-9)),
        }
    a, b, both = (Fraction(str(p[name])) for name in ("a", "b", "both"))
    if level == 1:
        return {"product": float(a * b), "verdict": sign(float(both - a * b))}
    union = float(a + b - both)
    found = brentq(lambda t: float(a) + t - float(a) * t - union, 0, 1, xtol=1e-15, rtol=1e-14)
    return {"b": found, "exactly_one": float(a) * (1 - found) + (1 - float(a)) * found}
