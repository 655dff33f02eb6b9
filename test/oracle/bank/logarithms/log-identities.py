"""Rules of logarithms with numbers: mpmath at 40 digits on the numbers themselves, not on their logarithms."""

from mpmath import e, log, mp, mpf, sqrt

mp.dps = 40


def answers(p, level):
    b = e if p["base"] == 0 else mpf(p["base"])
    first, second = (b ** mpf(str(value)) for value in p["given"])

    def mixed(x, y):
        return log(b ** p["power"] * sqrt(x) / y ** p["bottom"], b)

    if level == 1:
        return {"product": log(first * second, b), "quotient": log(first / second, b)}
    if level == 2:
        return {"powers": log(first ** p["top"] / second ** p["bottom"], b), "mixed": mixed(first, second)}
    x, y = sqrt(first * second), sqrt(first / second)
    reciprocal = log(1 / (x ** p["top"] * y), b)
    return {"log_x": log(x, b), "log_y": log(y, b), "reciprocal": reciprocal, "mixed_found": mixed(x, y)}
