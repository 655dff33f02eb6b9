"""A layer over a batch: torch's linear function in float64."""

import torch
from torch.nn.functional import linear


def answers(p, level):
    X, W, b = (torch.tensor(p[name], dtype=torch.float64) for name in ("X", "W", "b"))
    Z = linear(X, W if level == 3 else W.T, b)
    if level < 3:
        return {"Z": Z}
    v = torch.tensor([p["v"]], dtype=torch.float64)
    return {"Z": Z, "y": linear(Z, v, torch.tensor([float(p["c"])], dtype=torch.float64)).squeeze(1)}
