"""Divergences: scipy.special.rel_entr, and torch's kl_div in float64."""

import numpy as np
import torch
from scipy.special import entr, rel_entr
from torch.nn.functional import kl_div


def divergence(p, q):
    value = float(np.sum(rel_entr(p, q)))
    other = kl_div(torch.log(torch.tensor(q, dtype=torch.float64)), torch.tensor(p, dtype=torch.float64), reduction="sum")
    assert abs(value - other.item()) < 1e-12
    return value


def answers(p, level):
    D = divergence(p["p"], p["q"])
    if level == 1:
        return {"D": D}
    if level == 2:
        return {"D": D, "D_back": divergence(p["q"], p["p"])}
    D_r = divergence(p["p"], p["r"])
    return {"H": float(np.sum(entr(p["p"]))), "D_q": D, "D_r": D_r, "nearer": "q" if D < D_r else "r"}
