"""Log-odds by scipy.special's logit and expit; the distance as the root of an equation in probabilities."""

from math import exp

from scipy.optimize import brentq
from scipy.special import expit, logit


def answers(p, level):
    if level == 1:
        return {"log_odds": logit(p["p"])}
    w, n = p["weight"], p["units"]
    if level == 2:
        z = w * n + p["bias"]
        return {"odds_back": exp(z), "p_back": expit(z)}
    z = logit(p["p"])
    distance = brentq(lambda d: expit(z + w * d) - p["goal"], 0, 100, xtol=1e-13, rtol=1e-14)
    return {"log_odds": z, "p_later": expit(z + w * n), "distance": distance}
