"""Softmax under a temperature by scipy; the temperature for a ratio by a root search on the softmax itself."""

import numpy as np
from scipy.optimize import brentq
from scipy.special import softmax


def answers(p, level):
    z = np.array(p["z"], dtype=np.float64)
    T = p["T"]
    if level == 1:
        return {"scaled": z / T, "u": np.exp(z / T)}
    if level == 2:
        return {"probabilities": softmax(z / T)}

    def misses(t):
        q = softmax(z / t)
        return np.log(q[0] / q[1]) - np.log(p["ratio"])

    T = brentq(misses, 0.05, 50, xtol=1e-14, rtol=1e-15)
    return {"wanted": T, "probabilities": softmax(z / T)}
