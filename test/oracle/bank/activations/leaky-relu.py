"""Leaky ReLU by torch; undone by exact fractions of a search over both branches."""

from fractions import Fraction

import torch


def answers(p, level):
    alpha = Fraction(str(p["alpha"]))
    if level < 3:
        z = torch.tensor([float(n) for n in p["z"]], dtype=torch.float64)
        h = torch.nn.functional.leaky_relu(z, float(alpha))
        return {"h": h} if level == 1 else {"h": h, "y": torch.dot(torch.tensor(p["v"], dtype=torch.float64), h) + p["c"]}
    z = []
    for out in (Fraction(str(n)) for n in p["h"]):
        # Whichever candidate the leaky ReLU takes to the output.
        z += [c for c in (out, out / alpha) if (c if c > 0 else alpha * c) == out]
    x = [float((zi - bi) / wi) for zi, bi, wi in zip(z, p["b"], p["w"])]
    return {"z": [float(zi) for zi in z], "x": x}
