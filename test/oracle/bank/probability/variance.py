"""Variances by numpy's weighted covariance."""

import numpy as np


def answers(p, level):
    values, weights = np.array(p["values"], dtype=float), list(p["chances"])
    if len(weights) < len(values):
        weights.append(1 - sum(weights))
    mean = np.average(values, weights=weights)

    def spread(x):
        return float(np.cov(x, aweights=weights, ddof=0))

    found = {
        "mean": mean, "variance": spread(values), "spread": spread(values),
        "square_mean": np.average(values**2, weights=weights), "sd": np.sqrt(spread(values)),
    }
    if level == 3:
        found |= {
            "scaled_mean": np.average(p["slope"] * values + p["shift"], weights=weights),
            "scaled": spread(p["slope"] * values + p["shift"]),
            "mean_sd": np.sqrt(spread(values)) / np.sqrt(p["n"]),
        }
    return found
