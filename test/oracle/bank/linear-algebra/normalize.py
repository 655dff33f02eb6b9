"""Unit vectors at 40 digits: mpmath's norm."""

from mpmath import matrix, mp, norm

mp.dps = 40


def answers(p, level):
    apart = matrix(p["v"]) - matrix(p["from"]) if p["from"] else matrix(p["v"])
    unit = apart / norm(apart, 2)
    if level < 3:
        return {"unit": list(unit)}
    return {"unit": list(unit), "target": list(matrix(p["from"]) + p["step"] * unit)}
