"""Derivatives of sums of powers: mpmath's numerical differentiation at 40 digits."""

from mpmath import diff, mpf

from formulas import at_points


def answers(p, level):
    def f(x):
        return sum(mpf(t["a"]) * x ** (mpf(t["top"]) / t["bottom"]) for t in p["terms"])

    points = [{"x": 0.7}, {"x": 1.9}, {"x": 3.1}]
    slope = at_points(lambda x: diff(f, mpf(x)), points)
    return {"derivative": slope, "powers": at_points(lambda x: f(mpf(x)), points), "derivative_of_powers": slope}
