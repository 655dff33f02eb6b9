"""Derivatives of the softmax: torch's autograd."""

import torch
from torch.autograd.functional import jacobian


def answers(p, level):
    def softmax(z):
        return torch.softmax(z, 0)

    if level < 3:
        J = jacobian(softmax, torch.log(torch.tensor(p["p"], dtype=torch.float64)))
        return {"entry": J[p["i"] - 1, p["j"] - 1]} if level == 1 else {"J": J}
    z = torch.tensor(p["z"], dtype=torch.float64, requires_grad=True)
    a = softmax(z)
    a.backward(torch.tensor(p["g"], dtype=torch.float64))
    return {"softmax": a, "dL_dz": z.grad}
