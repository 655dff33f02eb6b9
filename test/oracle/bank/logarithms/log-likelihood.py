"""Naive Bayes scores: the products as exact fractions, their logarithms by mpmath at 40 digits."""

from fractions import Fraction
from math import prod

from mpmath import log, mp, mpf

mp.dps = 40


def answers(p, level):
    joint = [
        Fraction(str(prior)) * prod(Fraction(str(rate)) ** n for rate, n in zip(rates, p["counts"]))
        for prior, rates in zip(p["priors"], p["rates"])
    ]
    scores = [log(mpf(x.numerator) / x.denominator) for x in joint]
    if level == 1:
        return {"score_A": scores[0]}
    return {
        "score_A": scores[0],
        "score_B": scores[1],
        "winner": "A" if joint[0] > joint[1] else "B",
        "posterior": mpf((joint[0] / sum(joint)).numerator) / (joint[0] / sum(joint)).denominator,
    }
