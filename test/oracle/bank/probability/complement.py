"""Complements: fractions, and for three events all eight patterns one by one."""

from fractions import Fraction
from itertools import product
from math import prod


def answers(p, level):
    rates = [Fraction(str(x)) for x in p["p"]]
    if p["given"] == "event":
        return {"opposite": float(1 - rates[0])}
    if p["given"] == "count":
        return {"some": float(1 - rates[0]), "many": float(1 - sum(rates))}
    chance = {n: 0 for n in range(4)}
    for pattern in product([False, True], repeat=3):
        chance[sum(pattern)] += prod(r if happens else 1 - r for r, happens in zip(rates, pattern))
    return {"at_least_one": float(sum(chance[n] for n in (1, 2, 3))), "not_all": float(sum(chance[n] for n in (0, 1, 2)))}
