"""tanh by torch; the sigmoid unit that replaces it is fitted to the tanh unit by its values at points."""

import torch
from mpmath import exp, findroot, mp, mpf, tanh

mp.dps = 30


def answers(p, level):
    if level == 1:
        return {"by_definition": torch.tanh(torch.tensor(float(p["given"]), dtype=torch.float64))}
    w, x = (torch.tensor([float(n) for n in p[k]], dtype=torch.float64) for k in ("w", "x"))
    z = w @ x + p["b"]
    if level == 2:
        return {"s": torch.sigmoid(2 * z), "by_sigmoid": torch.tanh(z)}
    w0, b, v, c = mpf(p["w"][0]), mpf(p["b"]), mpf(p["v"]), mpf(p["c"])
    places = [(mpf(t) - b) / w0 for t in (-2, -1, "0.5", "1.5")]

    def misses(*unit):
        w2, b2, v2, c2 = unit
        return [v2 / (1 + exp(-(w2 * t + b2))) + c2 - v * tanh(w0 * t + b) - c for t in places]

    near = (mpf("1.9") * w0, mpf("1.95") * b, mpf("2.05") * v, c - mpf("1.02") * v)
    unit = findroot(misses, near)
    y = p["v"] * torch.tanh(z) + p["c"]
    return {"w_new": unit[0], "b_new": unit[1], "v_new": unit[2], "c_new": unit[3], "y": y}
