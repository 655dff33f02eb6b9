"""Transposes: numpy's einsum, which names the indices of the result."""

import numpy as np


def answers(p, level):
    A, B = np.array(p["A"]), np.array(p["B"])
    if level == 1:
        return {"At": np.einsum("ij->ji", A)}
    if level == 2:
        return {"ABt": np.einsum("ik,kj->ji", A, B)}
    return {"Q": np.einsum("ik,jk->ji", A, B)}
