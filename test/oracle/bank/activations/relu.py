"""ReLU by torch, the piecewise linear function and its slope too."""

import torch


def tensor(x):
    return torch.tensor(x, dtype=torch.float64)


def answers(p, level):
    if level < 3:
        h = torch.relu(tensor([float(n) for n in p["z"]]))
        return {"h": h} if level == 1 else {"h": h, "y": torch.dot(tensor([float(n) for n in p["v"]]), h) + p["c"]}

    def f(x):
        return sum(v * torch.relu(x - t) for v, t in zip(p["v"], p["kinks"])) + p["c"]

    far = tensor(1000.0).requires_grad_()
    f(far).backward()
    return {"f": f(tensor([float(n) for n in p["x"]])), "slope": far.grad}
