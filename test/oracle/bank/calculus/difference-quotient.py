"""Difference quotients in Python's exact fractions, the derivative by numpy's polynomials."""

from fractions import Fraction

from numpy.polynomial import Polynomial


def answers(p, level):
    x, h = p["x"], Fraction(str(p["h"]))

    def f(t):
        return sum(c * t**n for n, c in enumerate(p["coefficients"]))

    limit = Polynomial(p["coefficients"]).deriv()(x)
    quotient, central = (f(x + h) - f(x)) / h, (f(x + h) - f(x - h)) / (2 * h)
    exact = Fraction(int(limit))
    return {
        "quotient": float(quotient),
        "limit": limit,
        "error": float(quotient - exact),
        "central": float(central),
        "central_error": float(central - exact),
    }
