"""Information gain as mutual information of the table of counts: scipy's entropies, and their definition branch by branch."""

import numpy as np
from scipy.stats import entropy


def answers(p, level):
    def left(branches, digits=17):
        table = np.array(branches, dtype=float)
        sizes = table.sum(axis=1)
        return float(np.average([round(entropy(row, base=2), digits) for row in table], weights=sizes))

    H = entropy(np.array(p["first"]).sum(axis=0), base=2)
    R = left(p["first"])
    if level == 1:
        R = left(p["first"], 3)
        return {"R_told": R, "gain_told": round(H, 3) - R}
    if level == 2:
        return {"H": H, "R_first": R, "gain_first": H - R}
    assert np.array_equal(np.array(p["first"]).sum(axis=0), np.array(p["second"]).sum(axis=0))
    gains = [H - R, H - left(p["second"])]
    return {
        "H": H,
        "gain_first": gains[0],
        "gain_second": gains[1],
        "better": "first" if gains[0] > gains[1] else "second",
    }
