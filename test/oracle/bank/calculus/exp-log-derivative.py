"""Derivatives of exponentials and logarithms: mpmath's numerical differentiation at 40 digits."""

from mpmath import diff, exp, log, mpf

from formulas import at_points


def answers(p, level):
    parts = {
        "exp": lambda x, k, n: exp(k * x),
        "ln": lambda x, k, n: log(k * x**n),
        "power": lambda x, k, n: x**n,
        "base": lambda x, k, n: mpf(k) ** x,
        "log": lambda x, k, n: log(x, k),
        "e-power": lambda x, k, n: exp(k),
        "ln-number": lambda x, k, n: log(k),
    }

    def f(x):
        return sum(t["a"] * parts[t["kind"]](x, t["k"], t["n"]) for t in p["terms"])

    points = [{"x": 0.3}, {"x": 0.9}, {"x": 1.7}]
    return {"derivative": at_points(lambda x: diff(f, mpf(x)), points)}
