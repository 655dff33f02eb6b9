"""Means, centred data, covariance and correlation: numpy's own."""

import numpy as np


def answers(p, level):
    X = np.array(p["X"], dtype=float)
    means = np.mean(X, axis=0)
    return {
        "means": means,
        "centred": X - means,
        "sigma": np.cov(X, rowvar=False, bias=p["divisor"] == "n"),
        "rho": np.corrcoef(X[:, 0], X[:, 1])[0, 1],
    }
