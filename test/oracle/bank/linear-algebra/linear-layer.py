"""A linear layer, and a unit on top of it: torch.nn.functional.linear in float64."""

import torch
from torch.nn.functional import linear


def tensor(values):
    return torch.tensor(values, dtype=torch.float64)


def answers(p, level):
    found = {"Wx": linear(tensor(p["x"]), tensor(p["W"]))}
    if level >= 2:
        found["z"] = linear(tensor(p["x"]), tensor(p["W"]), tensor(p["b"]))
    if level == 3:
        found["y"] = linear(found["z"], tensor([p["v"]]), tensor([p["c"]]))[0]
    return found
