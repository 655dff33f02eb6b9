"""Log-sum-exp: mpmath at 60 digits, which overflows nowhere, on the exponentials themselves."""

from mpmath import exp, log, mp, mpf

mp.dps = 60


def answers(p, level):
    terms = [exp(mpf(str(x))) for x in p["exponents"]]
    total = sum(terms)
    out = {"lse": log(total)}
    if level == 2:
        out["log_a"] = log(terms[p["which"]] / total)
    if level == 3:
        out["posterior"] = [term / total for term in terms]
    return out
