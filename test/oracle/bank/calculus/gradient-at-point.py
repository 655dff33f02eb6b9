"""Gradients by torch's autograd, the estimated change by its Jacobian-vector product."""

import torch


def answers(p, level):
    def f(point):
        return sum(t["a"] * torch.prod(torch.stack([point[j] ** n for j, n in enumerate(t["powers"])])) for t in p["terms"])

    at = torch.tensor(p["at"], dtype=torch.float64, requires_grad=True)
    f(at).backward()
    given = {"gradient": at.grad}
    if level == 3:
        _, given["change"] = torch.autograd.functional.jvp(f, at.detach(), torch.tensor(p["move"], dtype=torch.float64))
    return given
