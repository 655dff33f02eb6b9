"""Linear combinations: a matrix of columns times the factors, and numpy's solver for the missing vector."""

import numpy as np


def answers(p, level):
    known = np.column_stack([p["u"], p["v"]]) @ np.array([p["a"], p["b"]], dtype=float)
    if level < 3:
        return {"w": known}
    return {"x": np.rint(np.linalg.solve(p["c"] * np.eye(len(p["w"])), np.array(p["w"]) - known))}
