"""Dot products by numpy; the lost entry exactly, from the affine function of it."""

from fractions import Fraction

import numpy as np


def answers(p, level):
    u, v = np.array(p["u"]), np.array(p["v"])
    if level < 3:
        return {"dot": int(np.dot(u, v))}
    without, one = np.array(p["w"]), np.zeros_like(u)
    one[p["lost"]] = 1
    # u·w is affine in t: its value at t = 0, and its slope.
    t = Fraction(int(u @ v) - int(u @ without), int(u @ one))
    assert t.denominator == 1
    return {"t": int(t)}
