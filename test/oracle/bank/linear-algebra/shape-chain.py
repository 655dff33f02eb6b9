"""Shapes of a chain of products: numpy arrays of zeros."""

import numpy as np


def answers(p, level):
    X, W1, W2 = (np.zeros(p[name]) for name in ("X", "W1", "W2"))
    if level == 3:
        H = W1 @ X
        Y = W2 @ H
        return {"Y": list(Y.shape), "G": list((H @ (Y - np.zeros(p["T"]).T).T).shape)}
    H = X @ (W1.T if level == 2 else W1)
    return {"H": list(H.shape), "Y": list((H @ (W2.T if level == 2 else W2)).shape)}
