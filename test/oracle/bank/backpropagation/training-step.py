"""A training step: torch's autograd and SGD on the whole network in float64."""

import torch


def answers(p, level):
    names = ("w1", "b1", "w2", "b2")
    w1, b1, w2, b2 = weights = [torch.tensor(p[name], dtype=torch.float64, requires_grad=True) for name in names]
    activation = {"relu": torch.relu, "tanh": torch.tanh}.get(p["hidden"])

    def loss():
        h = activation(w1 * p["x"] + b1) if activation else torch.tensor(p["h"], dtype=torch.float64)
        return (torch.dot(w2, h) + b2 - p["y"]).square()

    optimizer = torch.optim.SGD(weights, lr=p["rate"])
    loss().backward()
    optimizer.step()
    out = {"w2_new": w2.detach(), "b2_new": b2.detach(), "L_new": loss().detach()}
    return out if level == 1 else {**out, "w1_new": w1.detach()}
