"""Derivatives of quotients: mpmath's numerical differentiation at 40 digits."""

from mpmath import diff, exp, mpf, polyval

from formulas import at_points


def answers(p, level):
    k, u, v = (p["f"][name] for name in ("k", "u", "v"))

    def of(x):
        return exp(k * x) if k else x

    def whole(x):
        return polyval(u[::-1], of(x)) / polyval(v[::-1], of(x))

    # Away from the zeros of what is below the line.
    places = [x for x in (-3.6, -2.9, -1.3, -0.4, 0.2, 0.7, 1.6, 2.9, 3.7) if abs(polyval(v[::-1], of(mpf(x)))) > 0.5]
    derivative = at_points(lambda x: diff(whole, mpf(x)), [{"x": x} for x in places[:4]])
    return {"derivative": derivative, **({"slope": diff(whole, mpf(0))} if level == 3 else {})}
