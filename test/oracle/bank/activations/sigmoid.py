"""The sigmoid by scipy's expit, and undone by a root of mpmath."""

import numpy as np
from mpmath import exp, findroot, mp, mpf
from scipy.special import expit

mp.dps = 40


def answers(p, level):
    if level == 1:
        return {"a": expit(p["given"])}
    w, x = np.array(p["w"]), np.array(p["x"])
    if level == 2:
        z = w @ x + p["b"]
        return {"z": z, "a": expit(z)}
    wanted = mpf(str(p["p"]))
    needed = findroot(lambda t: 1 / (1 + exp(-t)) - wanted, 1 if wanted > 0.5 else -1)
    bias = needed - mpf(float(w @ x))
    return {"needed": needed, "bias": bias, "a_next": expit(float(w @ np.array(p["next"]) + float(bias)))}
