"""Stable rates: curvatures by torch's Hessian, what happens by running torch's SGD, the best rate by scipy's minimiser."""

from fractions import Fraction

import numpy as np
import torch
from scipy.optimize import brentq


def answers(p, level):
    a, c = (torch.tensor(p[name], dtype=torch.float64) for name in ("a", "c"))

    def loss(w):
        return torch.sum(a * (w - c) ** 2) + p["d"]

    curvatures = torch.diagonal(torch.autograd.functional.hessian(loss, c)).numpy()
    w = (c + 1).clone().requires_grad_()
    loss(w).backward()
    torch.optim.SGD([w], lr=p["rate"]).step()
    left = np.round((w.detach() - c).numpy(), 12)
    factor = left[0]
    if abs(factor) in (0, 1):
        does = "one-step" if factor == 0 else "back-and-forth"
    else:
        does = "diverges" if abs(factor) > 1 else "steady" if factor > 0 else "oscillates"
    given = {"factor": factor, "does": does, "bound": 1 / Fraction(str(curvatures.max() / 2)), "curvature": curvatures}
    given["bound"] = float(given["bound"])
    low, high = curvatures.min(), curvatures.max()
    # Where the factors of the flattest and the steepest direction balance.
    best = brentq(lambda rate: (1 - rate * low) + (1 - rate * high), 0, 4 / high, xtol=1e-16)
    given["best"] = best
    if level == 3:
        given["happens"] = {(True, True): "both", (True, False): "first", (False, True): "second"}.get(
            tuple(bool(abs(x) < 1) for x in left), "neither"
        )
        given["shrinks"] = abs(np.roots([1, -(2 - best * low - best * high), (1 - best * low) * (1 - best * high)])).max()
    return given
