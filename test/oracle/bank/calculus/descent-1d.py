"""Gradient descent on a parabola: torch's autograd and its own SGD, in float64."""

import torch


def answers(p, level):
    w = torch.tensor(p["start"], dtype=torch.float64, requires_grad=True)
    loss = lambda: p["a"] * (w - p["c"]) ** 2 + p["d"]
    optimiser = torch.optim.SGD([w], lr=p["rate"])
    found = {}
    for k in range(p["steps"]):
        optimiser.zero_grad()
        loss().backward()
        found[f"g{k}"] = w.grad.item()
        optimiser.step()
        found[f"w{k + 1}"] = w.item()
    if level > 1:
        found["end"] = loss().item()
    return found
