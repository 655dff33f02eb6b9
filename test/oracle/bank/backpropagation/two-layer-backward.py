"""Two sigmoid layers with a squared loss: torch's autograd in float64, down to the weights."""

import torch
from torch.nn.functional import linear


def leaf(values):
    return torch.tensor(values, dtype=torch.float64, requires_grad=True)


def answers(p, level):
    w2, b2 = leaf(p["W2"]), leaf(p["b2"])
    found = {}
    if level == 1:
        h = leaf(p["h"])
    else:
        w1 = leaf(p["W1"])
        z1 = linear(torch.tensor(p["x"], dtype=torch.float64), w1, leaf(p["b1"]))
        z1.retain_grad()
        h = torch.sigmoid(z1)
        h.retain_grad()
    z2 = linear(h, w2, b2)
    z2.retain_grad()
    loss = ((torch.sigmoid(z2) - torch.tensor(p["y"], dtype=torch.float64)) ** 2).sum()
    loss.backward()
    found = {"L": loss, "delta2": z2.grad, "dL_dW2": w2.grad, "dL_dh": h.grad}
    if level > 1:
        found |= {"delta1": z1.grad, "dL_dW1": w1.grad}
    if level == 3:
        found |= {"W2_new": (w2 - p["rate"] * w2.grad).detach(), "W1_new": (w1 - p["rate"] * w1.grad).detach()}
    return {name: value.detach() for name, value in found.items()}
