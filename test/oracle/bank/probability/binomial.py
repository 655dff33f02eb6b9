"""The binomial distribution by scipy.stats."""

from scipy.stats import binom


def answers(p, level):
    X = binom(p["n"], p["p"])
    if level == 1:
        return {"exactly": X.pmf(p["k"])}
    if level == 2:
        return {"mean": X.mean(), "at_least_two": X.sf(1)}
    return {"at_least": X.sf(p["k"] - 1), "mean": X.mean(), "sd": X.std()}
