"""The Bernoulli distribution: moments by scipy.stats, and p from the variance by a root finder."""

import numpy as np
from scipy.optimize import brentq
from scipy.stats import bernoulli, rv_discrete


def answers(p, level):
    if level < 3:
        mean, variance = bernoulli(p["p"]).stats("mv")
        return {"mean": mean, "variance": variance, "sd": bernoulli(p["p"]).std()}
    v = round(bernoulli(p["p"]).var(), 4)
    solved = brentq(lambda t: bernoulli(t).var() - v, 0.5, 1, xtol=1e-15, rtol=1e-14)
    Y = rv_discrete(values=([-p["loss"], p["gain"]], [1 - solved, solved]))
    return {"solved": solved, "score": Y.mean(), "spread": Y.var(), "sum_sd": np.sqrt(sum([Y.var()] * p["rounds"]))}
