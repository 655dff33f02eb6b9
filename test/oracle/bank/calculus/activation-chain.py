"""Derivatives through activations: mpmath's numerical differentiation at 40 digits."""

from mpmath import diff, exp, log, mpf, tanh

from formulas import at_points


def answers(p, level):
    f = p["f"]
    functions = {"sigmoid": lambda u: 1 / (1 + exp(-u)), "tanh": tanh, "exp": exp, "ln": log}
    around = {"none": lambda g: f["k"] * g, "power": lambda g: g ** f["n"], "exp": exp, "ln": log}

    def inside(x):
        return f["q"] * x**2 + f["a"] * x + f["b"]

    def whole(x):
        return around[f["h"]](functions[f["g"]](inside(x)))

    # Near the place where a linear inside is small and positive; of the logarithm, wherever the inside is positive.
    if f["q"] == 0:
        centre = -mpf(f["b"]) / f["a"]
        places = [centre + d / f["a"] for d in (0.3, 0.9, 1.6)]
    else:
        places = [mpf(v) for v in (-6.5, -5.5, 5.5) if inside(v) > 0] if f["g"] == "ln" else [0.1, 0.2, -0.3]
    points = [{"x": float(x)} for x in places]
    derivative = at_points(lambda x: diff(whole, mpf(x)), points)
    return {"derivative": derivative, **({"slope": diff(whole, mpf(p["at"]))} if level == 3 else {})}
