"""Slopes of tanh, a gradient through a layer and through two steps of a cell: torch's autograd."""

import torch


def tensor(x, grad=False):
    return torch.tensor(x, dtype=torch.float64, requires_grad=grad)


def answers(p, level):
    if level == 1:
        z = tensor(float(p["given"]), True)
        torch.tanh(z).backward()
        return {"slope": z.grad}
    if level == 2:
        z = torch.atanh(tensor(p["h"])).requires_grad_()
        torch.tanh(z).sum().backward()
        slopes = z.grad.clone()
        z.grad = None
        torch.tanh(z).backward(tensor(p["g"]))
        return {"slopes": slopes, "delta": z.grad}
    h0 = tensor(float(p["start"]), True)
    h1 = torch.tanh(p["w"] * h0 + p["u"] * p["inputs"][0])
    h2 = torch.tanh(p["w"] * h1 + p["u"] * p["inputs"][1])
    h2.backward()
    return {"h1": h1, "h2": h2, "rate": h0.grad}
