"""The logarithm as it is given, at points and to 40 digits: what is expanded must have the same values."""

from mpmath import e, log, mpf, root

from formulas import at_points

POINTS = [{"x": 0.7, "y": 1.3, "z": 2.9}, {"x": 1.9, "y": 0.6, "z": 0.4}, {"x": 3.1, "y": 2.2, "z": 1.7}]


def answers(p, level):
    def whole(**at):
        value = mpf(1)
        for powers, sign in ((p["above"], 1), (p["below"], -1)):
            for power in powers:
                value *= (e if power["base"] == "e" else mpf(at[power["base"]])) ** (sign * power["n"])
        return log(root(value, p["root"]) ** p["outer"])

    return {"expanded": at_points(whole, POINTS)}
