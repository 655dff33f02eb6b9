"""Multiples of the identity, as numpy arrays of exact fractions."""

from fractions import Fraction

import numpy as np


def exact(numbers):
    return np.vectorize(lambda t: Fraction(str(t)), otypes=[object])(np.array(numbers))


def answers(p, level):
    A, c = exact(p["A"]), Fraction(str(p["c"]))
    if level == 1:
        size = A.shape[0 if p["side"] == "left" else 1]
        cI = np.eye(size, dtype=int) * c
        return {"size": size, "P": ((cI @ A) if p["side"] == "left" else (A @ cI)).astype(float)}
    M = A + np.eye(len(A), dtype=int) * c
    if level == 2:
        return {"M": M.astype(float)}
    return {"r": (exact(p["y"]) - M @ exact(p["x"])).astype(float)}
