"""The merged layer as the Jacobian of torch's two layers, and its value at 0."""

import torch
from torch.autograd.functional import jacobian
from torch.nn.functional import linear


def tensor(x):
    return torch.tensor([[float(n) for n in row] for row in x] if x and isinstance(x[0], list) else [float(n) for n in x],
                        dtype=torch.float64)


def answers(p, level):
    W1, W2 = tensor(p["W1"]), tensor(p["W2"])
    zero = torch.zeros(2, dtype=torch.float64)
    b1, b2 = (tensor(p[k]) if p[k] else zero for k in ("b1", "b2"))

    def layers(x):
        return linear(linear(x, W1, b1), W2, b2)

    out = {"W": jacobian(layers, zero)}
    if level > 1:
        out["b"] = layers(zero)
    if level > 2:
        x = tensor(p["x"])
        out["z2"] = layers(x)
        out["y"] = linear(torch.relu(linear(x, W1, b1)), W2, b2)
    return out
