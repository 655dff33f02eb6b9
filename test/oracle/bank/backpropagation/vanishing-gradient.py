"""Vanishing gradients: torch's autograd through a chain of layers with the given slopes, and mpmath for the count."""

import torch
from mpmath import mp, mpf

mp.dps = 40


def through(p, slope, skip):
    start = torch.zeros((), dtype=torch.float64, requires_grad=True)
    out = start
    for _ in range(p["layers"] - p["target"]):
        out = p["w"] * slope * out + (out if skip else 0)
    out.backward(torch.tensor(p["delta"], dtype=torch.float64))
    return start.grad


def answers(p, level):
    # The slope of the sigmoid where its value is a: its derivative at logit(a).
    z = torch.logit(torch.tensor(p["a"], dtype=torch.float64)).requires_grad_() if level > 1 else None
    slope = p["slope"] if level == 1 else torch.autograd.grad(torch.sigmoid(z), z)[0].item()
    if level == 2:
        a, w, delta, bound = (mpf(str(p[name])) for name in ("a", "w", "delta", "bound"))
        n = 0
        while delta >= bound:
            delta *= w * a * (1 - a)
            n += 1
        return {"layer": p["layers"] - n, "delta_below": delta}
    plain = through(p, slope, False)
    if level == 1:
        return {"delta_l": plain}
    skip = through(p, slope, True)
    return {"delta_l": plain, "delta_skip": skip, "ratio": skip / plain}
