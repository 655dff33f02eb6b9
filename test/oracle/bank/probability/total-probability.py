"""Total probability: numpy's weighted average, and the unknown rate as the solution of a linear equation."""

import numpy as np


def answers(p, level):
    weights = np.append(p["shares"], 1 - np.sum(p["shares"]))
    if level < 3:
        return {"total": np.average(p["rates"], weights=weights)}
    # P(B) is linear in the rate sought: take it at 0 and at 1.
    at = [np.average([*p["rates"][:2], t], weights=weights) for t in (0.0, 1.0)]
    sought = (p["measured"] - at[0]) / (at[1] - at[0])
    later = np.append(p["later"], 1 - np.sum(p["later"]))
    return {"sought": sought, "total_later": np.average([*p["rates"][:2], sought], weights=later)}
