"""Descent with momentum: torch's own SGD, its momentum buffer set beforehand."""

import torch


def run(p, beta, steps):
    w = torch.tensor(p["start"], dtype=torch.float64, requires_grad=True)
    a, c = (torch.tensor(p[name], dtype=torch.float64) for name in ("a", "c"))
    descent = torch.optim.SGD([w], lr=p["rate"], momentum=beta)
    if beta:
        descent.state[w]["momentum_buffer"] = torch.tensor(p["velocity"], dtype=torch.float64)
    given = {}
    for i in range(steps):
        descent.zero_grad()
        torch.sum(a * (w - c) ** 2).backward()
        given[f"g{i}"] = w.grad.clone()
        descent.step()
        given[f"w{i + 1}"] = w.detach().clone()
        if beta:
            given[f"v{i + 1}"] = descent.state[w]["momentum_buffer"].clone()
    if steps == 2:
        given["loss"] = torch.sum(a * (w - c) ** 2).item()
    return given


def answers(p, level):
    given = run(p, p["beta"], 1 if level == 1 else 2)
    if level == 3:
        alone = run(p, 0, 2)
        given |= {"plain_end": alone["w2"], "plain_loss": alone["loss"]}
    return given
