"""Binary cross-entropy: torch.nn.functional in float64."""

import torch
from torch.nn.functional import binary_cross_entropy


def loss(predictions, labels, reduction="none"):
    tensors = (torch.tensor(values, dtype=torch.float64) for values in (predictions, labels))
    return binary_cross_entropy(*tensors, reduction=reduction)


def answers(p, level):
    q = p["predictions"]
    if level == 1:
        return {"loss": loss(q, p["labels"])[0]}
    if level == 2:
        positive, negative = loss(q, [1])[0], loss(q, [0])[0]
        return {"if_positive": positive, "if_negative": negative, "gap": abs(positive - negative)}
    return {"losses": loss(q, p["labels"]), "batch_loss": loss(q, p["labels"], "mean")}
