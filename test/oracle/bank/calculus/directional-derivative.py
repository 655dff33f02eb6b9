"""Slopes along a direction: torch's Jacobian-vector product."""

import torch


def answers(p, level):
    at, to = (torch.tensor(p[name], dtype=torch.float64) for name in ("at", "to"))
    u = torch.nn.functional.normalize(to - at if level == 3 else to, dim=0)

    def f(w):
        if level == 1:
            return w @ torch.tensor(p["given"], dtype=torch.float64)
        return 0.5 * w @ torch.tensor(p["H"], dtype=torch.float64) @ w

    _, slope = torch.autograd.functional.jvp(f, at, u)
    steepest = torch.linalg.vector_norm(torch.autograd.functional.jacobian(f, at))
    return {"u": u, "slope": slope, "share": slope / steepest}
