"""Partial derivatives of a·x^n·y^m times 1, e^(kx + ly) or ln(kx + ly), added up: mpmath's differentiation at 40 digits."""

from mpmath import diff, exp, log, mpf

from formulas import at_points

POINTS = [{"x": 0.7, "y": 1.3}, {"x": 1.9, "y": 0.6}, {"x": 2.3, "y": 3.1}]
BEHIND = {"nothing": lambda u: mpf(1), "exp": exp, "ln": log}


def answers(p, level):
    def f(x, y):
        return sum(
            t["a"] * mpf(x) ** t["n"] * mpf(y) ** t["m"] * BEHIND[t["behind"]](t["k"] * mpf(x) + t["l"] * mpf(y))
            for t in p["terms"]
        )

    def partial(order):
        return at_points(lambda x, y: diff(f, (mpf(x), mpf(y)), order), POINTS)

    by_x, by_y = partial((1, 0)), partial((0, 1))
    if level == 1:
        return {"df_dx": by_x, "df_dy": by_y}
    found = {"df_dx_positive": by_x, "df_dy_positive": by_y}
    if level == 3:
        at = (mpf(p["at"]["x"]), mpf(p["at"]["y"]))
        found |= {"gradient": [by_x, by_y], "at": [diff(f, at, (1, 0)), diff(f, at, (0, 1))]}
    return found
