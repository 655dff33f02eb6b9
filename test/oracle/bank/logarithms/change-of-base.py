"""Logarithms to any base: mpmath at 40 digits, the unknown base as the root of its equation."""

from mpmath import findroot, log, mp, mpf

mp.dps = 40


def answers(p, level):
    if level == 1:
        return {"log": log(p["x"], p["from"])}
    known = mpf(str(p["known"]))
    if level == 2:
        x = mpf(p["from"]) ** known
        return {"ln_known": log(x), "log_to": log(x, p["to"])}
    b = findroot(lambda b: b**known - p["x"], mpf(p["x"]) ** 0.5, tol=1e-30)
    return {"b": b, "log_u": log(p["u"], b), "v": b ** mpf(str(p["last"]))}
