"""Predictions from log space: mpmath at 40 digits, and scipy's log-normal distribution."""

from mpmath import exp, log, mp, mpf
from scipy.stats import lognorm

mp.dps = 40


def answers(p, level):
    predicted = mpf(str(p["log"]))
    price = exp(predicted)
    if level == 1:
        return {"price": price}
    if level == 2:
        actual = mpf(str(p["actual"]))
        return {"residual": log(price / actual), "factor": price / actual, "percent": 100 * (price - actual) / actual}
    y = lognorm(s=p["sigma"], scale=float(price))
    one = 0.15865525393145705
    return {"median": y.median(), "mean": y.mean(), "low": y.ppf(one), "high": y.isf(one)}
