"""Eigenvalues and eigenvectors by numpy.linalg; a direction is scaled to whole numbers without a common factor."""

from fractions import Fraction
from math import gcd

import numpy


def whole(vector):
    """The vector with a positive first entry, in the smallest whole numbers that have its direction."""
    x, y = vector
    if abs(x) < 1e-12:
        return [0, 1]
    slope = Fraction(y / x).limit_denominator(10_000)
    common = gcd(slope.denominator, slope.numerator) or 1
    return [slope.denominator // common, slope.numerator // common]


def answers(p, level):
    values, vectors = numpy.linalg.eig(numpy.array(p["A"], dtype=float))
    order = numpy.argsort(values)
    return {
        "eigenvalues": sorted(round(v, 9) for v in values),
        "v_larger": whole(vectors[:, order[1]]),
        "v_smaller": whole(vectors[:, order[0]]),
    }
