"""Log transforms: numpy and scipy's gmean and zscore."""

import numpy as np
from scipy.stats import gmean, zscore


def answers(p, level):
    x = np.array(p["values"], dtype=float)
    if level == 1:
        return {"logs": np.log(x)}
    if level == 2:
        return {"mean": np.log(gmean(x)), "back": gmean(x)}
    t = np.log1p(x)
    return {"logs1p": t, "mean1p": t.mean(), "sd": t.std(), "z": zscore(t)[-1]}
