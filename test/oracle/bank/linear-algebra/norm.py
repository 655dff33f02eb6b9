"""Euclidean norms and distances: numpy.linalg and scipy.spatial."""

import numpy as np
from scipy.spatial.distance import euclidean


def answers(p, level):
    if level == 3:
        return {"distance": euclidean(p["u"], p["v"])}
    return {"whole" if level == 1 else "norm": np.linalg.norm(p["v"])}
