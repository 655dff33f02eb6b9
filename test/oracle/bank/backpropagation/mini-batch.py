"""The gradient of a mini-batch: torch's mean losses, autograd and SGD in float64."""

import torch
from torch.nn import functional as F


def tensor(x, **options):
    return torch.tensor(x, dtype=torch.float64, **options)


def answers(p, level):
    w, b = tensor(p["w"], requires_grad=True), tensor(p["b"], requires_grad=True)
    if level == 1:
        w.grad = tensor(p["gradients"]).mean(dim=0)
        average = w.grad.clone()
        torch.optim.SGD([w], lr=p["rate"]).step()
        return {"average": average, "w_new": w.detach()}
    z, y = tensor(p["X"]) @ w + b, tensor(p["y"])
    loss = F.mse_loss(z, y) if p["neuron"] == "linear" else F.binary_cross_entropy_with_logits(z, y)
    loss.backward()
    dw, db = w.grad.clone(), b.grad.clone()
    if level == 2:
        return {"dL_dw": dw, "dL_db": db}
    torch.optim.SGD([w, b], lr=p["rate"]).step()
    return {"dL_dw": dw, "dL_db": db, "w_new": w.detach(), "b_new": b.detach()}
