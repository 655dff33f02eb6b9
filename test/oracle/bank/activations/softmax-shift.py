"""Shifted logits and their softmax by scipy and mpmath; logits from probabilities by mpmath, then scipy's softmax."""

from decimal import Decimal

from mpmath import exp, log, mp, mpf
from scipy.special import softmax

mp.dps = 40


def answers(p, level):
    z = [Decimal(str(n)) for n in p["z"]]
    if level < 3:
        shifted = [zi - max(z) for zi in z]
        if level == 1:
            return {"shifted": [float(s) for s in shifted], "u": [exp(mpf(str(s))) for s in shifted]}
        return {"softmax": softmax([float(zi) for zi in z])}
    logits = [mpf(str(z[0])) + log(mpf(str(n))) - log(mpf(str(p["p"][0]))) for n in p["p"]]
    raised = [float(zi) + (p["rise"] if i == p["at"] else 0) for i, zi in enumerate(logits)]
    return {"logits": logits, "p_new": softmax(raised)}
