"""Symptoms and remedies: the trend of the norms by scipy's regression, remedies from a table of the literature."""

import numpy as np
from scipy import stats

HELPS = {
    "vanishing": {"relu", "residual", "normalize"},
    "exploding": {"clip", "smaller", "normalize"},
    "dying": {"leaky", "lower-rate", "positive-bias"},
}


def answers(p, level):
    norms = np.array(p["norms"])
    # In powers of ten for each layer further back.
    trend = -stats.linregress(np.arange(len(norms)), np.log10(norms)).slope
    if p["dead"] > 50:
        trouble = "dying"
    else:
        trouble = "vanishing" if trend < -0.5 else "exploding" if trend > 0.5 else "healthy"
    out = {"diagnosis": trouble}
    if level > 1:
        out["remedies"] = [one for one in p["remedies"] if one in HELPS[trouble]]
    if level == 3:
        factor = stats.gmean(norms[:-1] / norms[1:])
        out |= {"factor": factor, "deeper_norm": norms[-1] * factor ** (2 * len(norms) - 1)}
    return out
