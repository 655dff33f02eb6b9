"""Unions: the four parts of two events as the solution of a linear system."""

import numpy as np


def answers(p, level):
    # Unknowns: both, only A, only B, neither.
    last = [1, 0, 0, 0] if p["gives"] == "both" else [0, 0, 0, 1]
    system = np.array([[1, 1, 0, 0], [1, 0, 1, 0], [1, 1, 1, 1], last], dtype=float)
    both, only_a, only_b, neither = np.linalg.solve(system, np.array([p["a"], p["b"], 1.0, p["given"]]))
    one = only_a + only_b
    if p["gives"] == "both":
        return {"union": both + one, "neither": neither, "exactly_one": one}
    return {"both": both, "only_a": only_a, "only_b": only_b, "one_of_two": one, "union_known": 1 - neither}
