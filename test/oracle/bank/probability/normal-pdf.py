"""Normal densities by scipy.stats; likelihood and posterior from their logarithms."""

import numpy as np
from scipy.special import softmax
from scipy.stats import norm


def answers(p, level):
    logs = np.array([norm(q["mean"], np.sqrt(q["variance"])).logpdf(q["x"]) for q in p["points"]])
    found = {"f_1": np.exp(logs[0])}
    if level > 1:
        found["f_2"] = np.exp(logs[1])
    if level == 2:
        found["likelihood"] = np.exp(logs.sum())
    if level == 3:
        found["posterior"] = softmax(logs + np.log([p["prior"], 1 - p["prior"]]))[0]
    return found
