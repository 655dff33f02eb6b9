"""Slopes of the sigmoid by torch's autograd; the places of a slope by roots of mpmath's numerical derivative."""

import torch
from mpmath import diff, exp, findroot, mp, mpf

mp.dps = 30


def slope_at(z):
    t = torch.tensor(z, dtype=torch.float64, requires_grad=True)
    a = torch.sigmoid(t)
    a.backward()
    return a, t.grad


def answers(p, level):
    if level == 1:
        return {"slope": slope_at(float(p["given"]))[1]}
    if level == 2:
        x = torch.tensor(float(p["x"]), dtype=torch.float64, requires_grad=True)
        z = p["w"] * x + p["b"]
        torch.sigmoid(z).backward()
        a, slope = slope_at(float(z))
        return {"a": a, "slope": slope, "da_dx": x.grad}
    w, b, rate = mpf(p["w"]), mpf(p["b"]), mpf(p["rate"])

    def f(x):
        return 1 / (1 + exp(-(w * x + b)))

    centre = -b / w
    high = findroot(lambda x: diff(f, x) - rate, (centre + 0.1 / w, centre + 6 / w), solver="anderson")
    low = findroot(lambda x: diff(f, x) - rate, (centre - 6 / w, centre - 0.1 / w), solver="anderson")
    return {"target": diff(lambda z: 1 / (1 + exp(-z)), w * high + b), "x_high": high, "x_low": low}
