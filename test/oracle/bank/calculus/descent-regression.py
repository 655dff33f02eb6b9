"""Gradient descent on a regression line: torch's autograd and SGD in float64."""

import torch


def answers(p, level):
    x, y = (torch.tensor(p[name], dtype=torch.float64) for name in ("x", "y"))
    w, b = (torch.tensor(float(p[name]), dtype=torch.float64, requires_grad=True) for name in ("w", "b"))
    descent = torch.optim.SGD([w, b], lr=p["rate"])

    def loss():
        return torch.nn.functional.mse_loss(w * x + b, y) / 2

    visited = []
    for _ in range(2):
        descent.zero_grad()
        loss().backward()
        descent.step()
        visited.append((w.item(), b.item(), loss().item()))
    (w1, b1, end), (w2, b2, _) = visited
    return {"w1": w1, "b1": b1, "w2": w2, "b2": b2, "end": end}
