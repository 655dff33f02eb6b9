"""Cross-entropy over classes: torch.nn.functional in float64, and scipy's entropy of the target."""

import torch
from scipy.stats import entropy
from torch.nn.functional import cross_entropy, log_softmax, nll_loss


def answers(p, level):
    label = torch.tensor([p["label"]])
    if level == 1:
        logs = torch.log(torch.tensor([p["probabilities"]], dtype=torch.float64))
        return {"loss": nll_loss(logs, label).item()}
    z = torch.tensor([p["logits"]], dtype=torch.float64)
    if level == 2:
        return {"a_true": torch.softmax(z, 1)[0, p["label"]].item(), "loss_logits": cross_entropy(z, label).item()}
    y = torch.tensor([p["target"]], dtype=torch.float64)
    loss = cross_entropy(z, y).item()
    return {"log_probabilities": log_softmax(z, 1)[0], "loss_soft": loss, "excess": loss - entropy(p["target"])}
