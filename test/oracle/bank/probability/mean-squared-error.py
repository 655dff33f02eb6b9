"""Mean squared errors: torch.nn.functional.mse_loss in float64, numpy for the bias and the corrected predictions."""

import numpy as np
import torch
from torch.nn.functional import mse_loss


def answers(p, level):
    y = np.array(p["targets"], dtype=float)
    predicted = np.array(p["predictions"], dtype=float) if level == 1 else np.polyval([p["w"], p["b"]], p["x"])

    def error(values):
        return mse_loss(torch.tensor(values), torch.tensor(y)).item()

    mse = error(predicted)
    if level == 1:
        return {"residuals": predicted - y, "mse": mse}
    if level == 2:
        return {"mse": mse, "rmse": np.linalg.norm(predicted - y) / np.sqrt(len(y))}
    bias = np.mean(predicted - y)
    return {"mse": mse, "bias": bias, "left": error(predicted - bias)}
