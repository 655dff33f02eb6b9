"""Second partial derivatives: torch's autograd twice over, mpmath for the formulas, numpy for the curvature."""

import numpy as np
import torch
from mpmath import diff, mpf

from formulas import at_points


def answers(p, level):
    def f(x, y):
        return sum(t["a"] * x ** t["n"] * y ** t["m"] for t in p["terms"])

    points = [{"x": 0.7, "y": 1.3}, {"x": -1.1, "y": 0.4}, {"x": 2.3, "y": -0.9}]

    def entry(n, m):
        return at_points(lambda x, y: diff(f, (mpf(x), mpf(y)), (n, m)), points)

    place = torch.tensor([p["at"]["x"], p["at"]["y"]], dtype=torch.float64)
    H = torch.autograd.functional.hessian(lambda v: f(v[0], v[1]), place).numpy()
    values = np.linalg.eigvalsh(H)
    way = "up" if values[0] > 0 else "down" if values[1] < 0 else "saddle"
    answer = {"hessian": [[entry(2, 0), entry(1, 1)], [entry(1, 1), entry(0, 2)]]}
    return answer if level < 3 else {"H": H, "det": round(np.linalg.det(H)), "way": way}
