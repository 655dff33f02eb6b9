"""The squared error of one data point and its partial derivatives: torch's autograd in float64."""

import torch


def answers(p, level):
    x = torch.tensor(p["x"], dtype=torch.float64)
    w = torch.tensor(p["w"], dtype=torch.float64, requires_grad=True)
    b, v, c = (torch.tensor(float(p[name]), dtype=torch.float64, requires_grad=True) for name in ("b", "v", "c"))
    h = w @ x + b
    prediction = v * h + c if level == 3 else h
    loss = (prediction - p["y"]) ** 2 * (0.5 if p["half"] else 1.0)
    loss.backward()
    if level == 3:
        slopes = {"dL_dv": v.grad, "dL_dc": c.grad, "dL_dw1_deep": w.grad[0], "dL_dw2_deep": w.grad[1], "dL_db_deep": b.grad}
    elif level == 2:
        slopes = {"dL_dw1": w.grad[0], "dL_dw2": w.grad[1], "dL_db": b.grad}
    else:
        slopes = {"dL_dw": w.grad[0], "dL_db": b.grad}
    return {"L": loss, **slopes}
