"""One sigmoid neuron: torch's autograd in float64."""

import torch


def answers(p, level):
    x, y, rate = p["x"], p["y"], p["rate"]
    w, b = (torch.tensor(p[name], dtype=torch.float64, requires_grad=True) for name in ("w", "b"))
    z = w * x + b
    a = torch.sigmoid(z)
    a.retain_grad()
    loss = (a - y) ** 2
    loss.backward()
    with torch.no_grad():
        w_new, b_new = w - rate * w.grad, b - rate * b.grad
        loss_new = (torch.sigmoid(w_new * x + b_new) - y) ** 2
    return {
        "z": z, "a": a, "L": loss, "dL_da": a.grad, "dL_dw": w.grad, "dL_db": b.grad,
        "w_new": w_new, "b_new": b_new, "L_new": loss_new,
    }
