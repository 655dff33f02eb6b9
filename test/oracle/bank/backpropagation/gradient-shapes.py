"""Shapes of gradients: torch's autograd on networks of those sizes; letters are given several sets of sizes."""

import torch

LETTERS = "nmstpdfrkhquCcgvw"
FIRST = {name: 2 + i for i, name in enumerate(LETTERS)}
SECOND = {name: 23 - i for i, name in enumerate(LETTERS)}
THIRD = {name: 3 + (7 * i) % 17 for i, name in enumerate(LETTERS)}


def shapes(p, sizes):
    size = lambda of: sizes[of] if isinstance(of, str) else of
    batch, features = size(p["batch"]), size(p["features"])
    leaf = lambda rows, columns: torch.randn(rows, columns, dtype=torch.float64, requires_grad=True)
    x = leaf(batch, features)
    if p["second"] is None:
        w, b = leaf(features, size(p["units"])), leaf(1, size(p["units"]))
        torch.tanh(x @ w + b).sum().backward()
        return {"dW": w.grad.shape}
    classes = size(p["second"]["classes"])
    units = {
        "named": lambda: size(p["units"]),
        "double": lambda: 2 * features,
        "one-more": lambda: features + 1,
        "together": lambda: features + classes,
    }[p["second"]["hidden"]]()
    w1, b1, w2, b2 = leaf(features, units), leaf(1, units), leaf(units, classes), leaf(1, classes)
    h = torch.tanh(x @ w1 + b1)
    h.retain_grad()
    (h @ w2 + b2).logsumexp(1).mean().backward()
    tensors = {"dW_2": w2, "db_2": b2, "dH": h, "dW_1": w1, "db_1": b1, "dX": x}
    return {name: tensor.grad.shape for name, tensor in tensors.items()}


def answers(p, level):
    each = [(sizes, shapes(p, sizes)) for sizes in (FIRST, SECOND, THIRD)]
    found = {}
    for name, plain in each[0][1].items():
        found[name] = [
            {"points": [{"at": sizes, "value": got[name][k]} for sizes, got in each]}
            if len({got[name][k] for _, got in each}) > 1
            else plain[k]
            for k in range(len(plain))
        ]
    return found
