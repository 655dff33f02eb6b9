"""Underflow: exact fractions against 2^-1075, below or at which a product is rounded to 0; mpmath's logarithm of it."""

from fractions import Fraction

from mpmath import log, mp, mpf

mp.dps = 40


def answers(p, level):
    factors = [Fraction(str(x)) for x in p["factors"]]
    one_round = Fraction(1)
    for x in factors:
        one_round *= x
    bound = Fraction(1, 2**1075)
    product, least = Fraction(1), 0
    while product > bound:
        product *= one_round
        least += 1
    whole = one_round ** p["rounds"]
    logarithm = log(mpf(whole.numerator)) - log(mpf(whole.denominator))
    # What a program gets that multiplies doubles, one after the other.
    running = 1.0
    for _ in range(p["rounds"]):
        for x in p["factors"]:
            running *= x
    # The logarithm of 0 is no number; a sum of logarithms is never in danger.
    stays = p["program"] == "sum-of-logs" or running > 0.0
    return {"n_zero": least, "log_product": logarithm, "gives": "right" if stays else "no-number"}
