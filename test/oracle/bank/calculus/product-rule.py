"""Derivatives of products: mpmath's numerical differentiation at 40 digits."""

from mpmath import diff, exp, fprod, log, mpf

from formulas import at_points


def answers(p, level):
    def factor(f, x):
        if f["kind"] == "powers":
            return f["a"] * x ** f["n"] + f["b"]
        return exp(f["n"] * x) if f["kind"] == "exp" else log(x)

    def whole(x):
        return fprod(factor(f, x) for f in p["factors"])

    points = [{"x": 0.4}, {"x": 0.8}, {"x": 1.3}]
    return {"derivative": at_points(lambda x: diff(whole, mpf(x)), points), "slope": diff(whole, mpf(1))}
