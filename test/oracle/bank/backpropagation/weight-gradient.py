"""The squared error of a line, for one example or the mean over a batch: torch's autograd in float64."""

import torch


def answers(p, level):
    x, y = (torch.tensor(p[name], dtype=torch.float64) for name in ("x", "y"))
    w, b = (torch.tensor(p[name], dtype=torch.float64, requires_grad=True) for name in ("w", "b"))
    loss = ((w * x + (0 if level == 3 else b) - y) ** 2).mean() / (2 if p["half"] else 1)
    loss.backward()
    if level == 3:
        return {"batch_dL_dw": w.grad, "w_new": (w - p["rate"] * w.grad).detach()}
    return {"dL_dw": w.grad, **({"dL_db": b.grad} if level == 2 else {})}
