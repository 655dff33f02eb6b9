"""Back through a ReLU: torch's autograd, whose ReLU has the derivative 0 at 0."""

import torch


def tensor(x, **options):
    return torch.tensor(x, dtype=torch.float64, **options)


def answers(p, level):
    if level == 1:
        z = tensor(p["z"], requires_grad=True)
        torch.relu(z).backward(tensor(p["g"]))
        return {"delta": z.grad}
    x = tensor(p["x"])
    W = tensor(p["W"] or [[0.0] * len(x)] * len(p["z"]), requires_grad=True)
    z = torch.nn.functional.linear(x, W, tensor(p["b"] or p["z"]))
    z.retain_grad()
    a = torch.relu(z)
    if level == 2:
        a.backward(tensor(p["g"]))
    else:
        (tensor(p["V"]) @ a).backward(tensor(p["delta_next"]))
    return {"delta": z.grad, "dL_dW": W.grad}
