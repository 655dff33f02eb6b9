"""Joint probabilities: hypergeometric probabilities by subsets, and the joint table of two events."""

from fractions import Fraction
from math import comb


def answers(p, level):
    if level == 3:
        n, k = p["size"], p["special"]
        return {"all_three": Fraction(comb(k, 3), comb(n, 3)), "exactly_two": Fraction(comb(k, 2) * (n - k), comb(n, 3))}
    a, given, otherwise = (Fraction(str(p[name])) for name in ("a", "bGivenA", "bGivenNotA"))
    table = {(x, y): (a if x else 1 - a) * (r if y else 1 - r) for x, r in ((True, given), (False, otherwise)) for y in (True, False)}
    return {"both": float(table[True, True]), "only_a": float(table[True, False]), "only_b": float(table[False, True])}
