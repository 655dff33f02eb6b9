"""Which derivative belongs to a function, by torch's autograd; weight and bias fitted to the unit's slope and middle."""

import torch
from scipy.optimize import brentq


def answers(p, level):
    F = {
        "identity": lambda x: x * 1,
        "leaky": lambda x: torch.nn.functional.leaky_relu(x, p["alpha"]),
        "relu": torch.relu,
        "sigmoid": torch.sigmoid,
        "tanh": torch.tanh,
    }

    def slopes(f, x):
        x = torch.as_tensor(x, dtype=torch.float64).requires_grad_()
        f(x).sum().backward()
        return x.grad

    f = F[p["function"]]
    if level == 1:
        return {"function": p["function"]}
    if level == 2:
        x = torch.linspace(-4, 4, 50, dtype=torch.float64)
        [letter] = [c for c, name in zip("ABC", p["slopes"])
                    if torch.allclose(slopes(f, x.clone()), slopes(F[name], x.clone()))]
        return {"function": p["function"], "derivative": letter}

    def steepest(w):
        at = slopes(lambda x: f(w * (x - p["centre"])), [p["centre"] - 1e-9, p["centre"] + 1e-9])
        return float(at[0] if abs(at[0]) > abs(at[1]) else at[1])

    weight = brentq(lambda w: steepest(w) - p["steepest"], -20, 20.1, xtol=1e-13)
    weight = round(weight, 8)
    return {"function": p["function"], "weight": weight, "bias": -weight * p["centre"]}
