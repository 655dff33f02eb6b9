"""Maximum likelihood by scipy: the estimate from a root of the score, log-likelihoods from bernoulli and geom."""

from fractions import Fraction

import numpy as np
from scipy.optimize import brentq
from scipy.stats import bernoulli, geom


def answers(p, level):
    if level == 1:
        return {"share": Fraction(p["k"], p["n"])}
    runs = p["runs"]

    def loglik(t):
        if runs:
            return geom(t).logpmf(runs).sum()
        return bernoulli(t).logpmf(np.arange(p["n"]) < p["k"]).sum()

    k, n = (len(runs), sum(runs)) if runs else (p["k"], p["n"])
    estimate = brentq(lambda t: k / t - (n - k) / (1 - t), 1e-6, 1 - 1e-6, xtol=1e-16, rtol=1e-14)
    logs = [loglik(t) for t in p["tried"]]
    return {"estimate": estimate, "first": logs[0]} | ({"gain": logs[0] - logs[1]} if level == 3 else {})
