"""The sum of logarithms as it is given, at points and to 40 digits: the single logarithm must have the same values."""

from mpmath import log, mpf

from formulas import at_points

POINTS = [{"x": 0.7, "y": 1.3, "z": 2.9}, {"x": 1.9, "y": 0.6, "z": 0.4}, {"x": 3.1, "y": 2.2, "z": 1.7}]


def answers(p, level):
    def given(**at):
        def size(of):
            return mpf(at[of]) if of in at else mpf(of)

        return sum(
            mpf(group["top"]) / group["bottom"] * sum(one["k"] * log(size(one["of"])) for one in group["of"])
            for group in p["groups"]
        )

    return {"single": at_points(given, POINTS)}
