"""The line by numpy's SVD least squares, the rank by its singular values."""

import numpy as np


def answers(p, level):
    x, y = np.array(p["x"], dtype=float), np.array(p["y"], dtype=float)
    X = np.vander(x, 2, increasing=True)
    theta = np.linalg.lstsq(X, y, rcond=None)[0]
    given = {"X": X, "XtX": np.einsum("ij,ik->jk", X, X), "Xty": np.einsum("ij,i->j", X, y), "theta": theta}
    if level < 3:
        return given
    wider = np.column_stack([X, p["extra"]])
    return {
        **given,
        "prediction": np.polyval(theta[::-1], p["at"]),
        "still": "yes" if np.linalg.matrix_rank(wider) == 3 else "no",
    }
