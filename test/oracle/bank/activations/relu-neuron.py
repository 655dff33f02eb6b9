"""ReLU units by torch's linear layer; the edge by bisection on the bias."""

import torch
from scipy.optimize import brentq


def answers(p, level):
    W, x, b = (torch.tensor(p[k], dtype=torch.float64) for k in ("W", "x", "b"))
    z = torch.nn.functional.linear(x, W, b)
    h = torch.relu(z)
    if level == 1:
        return {"z": z[0], "a": h[0]}
    if level == 2:
        return {"zs": z, "h": h}
    y = torch.dot(torch.tensor(p["v"], dtype=torch.float64), h) + p["c"]
    dead = [i for i in range(len(p["b"])) if float(h[i]) == 0][0]
    edge = brentq(lambda bias: float(torch.dot(W[dead], x)) + bias, -500, 500, xtol=1e-12)
    return {"y": y, "edge": round(edge, 9)}
