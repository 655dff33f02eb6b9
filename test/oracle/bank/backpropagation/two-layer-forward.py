"""Two layers forward: torch.nn.Linear layers in float64."""

import torch
from torch import nn


def linear(weights, bias):
    layer = nn.Linear(len(weights[0]), len(weights), dtype=torch.float64)
    layer.load_state_dict({"weight": torch.tensor(weights, dtype=torch.float64), "bias": torch.tensor(bias, dtype=torch.float64)})
    return layer


def answers(p, level):
    activation = {"sigmoid": nn.Sigmoid(), "tanh": nn.Tanh()}[p["hidden"]]
    with torch.no_grad():
        z1 = linear(p["W1"], p["b1"])(torch.tensor(p["x"], dtype=torch.float64))
        h = activation(z1)
        if not p["W2"]:
            return {"z1": z1, "h": h}
        z2 = linear(p["W2"], p["b2"])(h)
        y_hat = torch.sigmoid(z2)
        loss = nn.functional.mse_loss(y_hat, torch.tensor(p["y"], dtype=torch.float64), reduction="sum")
    return {"z1": z1, "h": h, "z2": z2, "y_hat": y_hat, "L": loss}
