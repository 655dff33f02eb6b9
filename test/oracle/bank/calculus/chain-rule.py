"""Derivatives of a function of a polynomial: mpmath's numerical differentiation at 40 digits."""

from mpmath import diff, mpf

from formulas import at_points


def answers(p, level):
    f = p["f"]
    exponent = {"power": f["n"], "reciprocal": -f["n"], "root": mpf(1) / 2}[f["outer"]]

    def whole(x):
        return f["c"] * sum(t["a"] * x ** t["n"] for t in f["inner"]) ** exponent

    # To the right of the point: a root may end somewhere to the left of it.
    points = [{"x": p["at"] + d} for d in ((0.0, 0.4, 1.1) if level == 3 else (0.3, 0.8, 1.6))]
    derivative = at_points(lambda x: diff(whole, mpf(x)), points)
    return {"derivative": derivative, **({"slope": diff(whole, mpf(p["at"]))} if level == 3 else {})}
