"""Exploding gradients: torch's autograd for slopes and deltas, numpy's singular values for the growth, mpmath to count."""

import numpy as np
import torch
from mpmath import mp, mpf, sqrt

mp.dps = 40


def count(start, factor, bound):
    n, length = 0, start
    while length <= bound:
        length, n = length * factor, n + 1
    return n, length


def answers(p, level):
    if level == 3:
        W, d = torch.tensor(p["W"], dtype=torch.float64), torch.tensor(p["d"], dtype=torch.float64)
        _, back = torch.autograd.functional.vjp(lambda x: torch.relu(W @ torch.relu(W @ x + 9) + 99), torch.zeros_like(d), d)
        growth = np.linalg.norm(np.array(p["W"]), 2)
        exact = sqrt(sum(mpf(str(x)) ** 2 for x in p["W"][0]))
        n, _ = count(sqrt(sum(mpf(str(x)) ** 2 for x in p["d"])), exact, mpf(p["bound"]))
        return {"delta_2": back, "growth": growth, "layers_reached": n}
    # The largest slope on a grid of points that has 0 in it.
    z = torch.linspace(-4, 4, 801, dtype=torch.float64, requires_grad=True)
    activation = {"sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": torch.relu}[p["activation"]]
    slope = torch.autograd.grad(activation(z).sum(), z)[0].max().item()
    factor = mpf(str(p["size"])) * mpf(round(slope, 12))
    delta = mpf(str(p["delta"]))
    if level == 1:
        return {"factor": factor, "length": delta * factor ** p["back"]}
    n, length = count(delta, factor, mpf(p["bound"]))
    return {"factor": factor, "layers": n, "length_there": length}
