"""Data matrices: numpy's own indexing."""

import numpy as np


def answers(p, level):
    X = np.array(p["X"])
    if p["turned"]:
        X = np.column_stack([np.ones(len(X), dtype=X.dtype), X]).T
    i, j = p["i"] - p["first"], p["j"] - p["first"]
    samples = 1 if p["turned"] else 0  # the axis that counts samples
    across = 1 if p["along"] == "row" else 0  # the axis along which the slice runs
    return {
        "shape": list(X.shape),
        "entry": X[i, j],
        "slice": X[i, :] if p["along"] == "row" else X[:, j],
        "meaning": "feature" if across == samples else "sample",
    }
