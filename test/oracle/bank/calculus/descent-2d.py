"""Descent on a quadratic in two variables: torch's autograd and its own SGD."""

import torch


def answers(p, level):
    w = torch.tensor(p["start"], dtype=torch.float64, requires_grad=True)
    descent = torch.optim.SGD([w], lr=p["rate"])

    def loss():
        u, v = w - torch.tensor(p["centre"], dtype=torch.float64)
        return p["a"] * u**2 + p["b"] * u * v + p["d"] * v**2

    given = {}
    for i in range(p["steps"]):
        descent.zero_grad()
        loss().backward()
        given[f"g{i}"] = w.grad.clone()
        descent.step()
        given[f"w{i + 1}"] = w.detach().clone()
    if level == 3:
        given["end"] = loss().item()
    return given
