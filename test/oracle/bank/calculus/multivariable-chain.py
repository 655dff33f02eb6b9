"""Total and partial derivatives over several paths: torch's autograd in float64."""

import torch


def answers(p, level):
    t = torch.tensor(float(p["at"]), dtype=torch.float64, requires_grad=True)
    x, y = (sum(a * t**n for n, a in enumerate(p[name])) for name in ("x", "y"))

    def z(x, y, t):
        return sum(q["a"] * x ** q["n"] * y ** q["m"] * t ** q["l"] for q in p["z"])

    (total,) = torch.autograd.grad(z(x, y, t), t, retain_graph=True)
    if level < 3:
        return {"dz": total}
    (partial,) = torch.autograd.grad(z(x.detach(), y.detach(), t), t)
    return {"zt": partial, "dz": total}
