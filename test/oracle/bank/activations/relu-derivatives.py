"""Slopes of ReLU and leaky ReLU by torch's autograd (which takes the slope from the left at 0)."""

import torch


def tensor(x, grad=False):
    return torch.tensor([float(n) for n in x], dtype=torch.float64, requires_grad=grad)


def answers(p, level):
    def f(z):
        return torch.nn.functional.leaky_relu(z, p["alpha"]) if p["alpha"] else torch.relu(z)

    def slopes(z):
        z = z.detach().clone().requires_grad_()
        f(z).sum().backward()
        return z.grad

    if level < 3:
        z = tensor(p["z"], True)
        if level == 1:
            return {"slopes": slopes(z)}
        f(z).backward(tensor(p["g"]))
        return {"slopes": slopes(z), "delta": z.grad}
    x = torch.tensor(float(p["x"]), dtype=torch.float64, requires_grad=True)
    z = x * tensor(p["w"]) + tensor(p["b"])
    torch.dot(tensor(p["v"]), f(z)).backward()
    return {"slopes": slopes(z), "rate": x.grad}
