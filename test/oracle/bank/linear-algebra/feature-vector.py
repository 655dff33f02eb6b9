"""Feature vectors: numpy's concatenation with rows of the identity as one-hot blocks."""

import numpy as np


def answers(p, level):
    numbers = np.array(p["numbers"]) * np.array([10, 1, 1, 1])
    if level == 1:
        return {"numbers": numbers[0]}
    X = np.hstack([numbers, np.array(p["flags"])[:, None], np.eye(4, dtype=int)[p["categories"]]])
    return {"x": X[0]} if level == 2 else {"X": X}
