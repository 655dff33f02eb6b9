"""Softmax: torch in float64, over logits that are given or come from a linear layer."""

import torch
from torch.nn.functional import linear


def answers(p, level):
    tensor = lambda values: torch.tensor(values, dtype=torch.float64)
    z = linear(tensor(p["x"]), tensor(p["W"]), tensor(p["b"])) if level == 3 else tensor(p["logits"])
    found = {"exponentials": torch.exp(z), "total": torch.exp(torch.logsumexp(z, 0)), "probabilities": torch.softmax(z, 0)}
    return found | ({"z": z} if level == 3 else {})
