"""Statements about activation functions, tried out on torch's functions and their autograd."""

import torch

F = {
    "identity": lambda x: x * 1,
    "leaky": lambda x: torch.nn.functional.leaky_relu(x, 0.01),
    "relu": torch.relu,
    "sigmoid": torch.sigmoid,
    "tanh": torch.tanh,
}
GRID = torch.linspace(-8, 8, 161, dtype=torch.float64)


def slopes(f, x):
    x = x.detach().clone().requires_grad_()
    f(x).sum().backward()
    return x.grad


def holds(name, f):
    y, at0 = f(GRID), float(f(torch.tensor(0.0, dtype=torch.float64)))
    left, right = GRID[GRID < -1e-9], GRID[GRID > 1e-9]
    low, high = (float(v) for v in f(torch.tensor([-1e6, 1e6], dtype=torch.float64)))
    s_left, s_right = slopes(f, left), slopes(f, right)
    s0_left, s0_right = (float(v) for v in slopes(f, torch.tensor([-1e-7, 1e-7], dtype=torch.float64)))
    far = slopes(f, torch.tensor([-40.0, 40.0], dtype=torch.float64))
    return bool({
        "zero-to-one": abs(low) < 1e-9 and abs(high - 1) < 1e-9,
        "minus-one-to-one": abs(low + 1) < 1e-9 and abs(high - 1) < 1e-9,
        "never-negative": (y >= 0).all(),
        "centred": (f(left) < 0).all() and (f(right) > 0).all(),
        "zero-at-zero": at0 == 0,
        "half-at-zero": at0 == 0.5,
        "odd": torch.allclose(f(-GRID), -y),
        "mirrored": torch.allclose(f(-GRID), 1 - y),
        "saturates": (far.abs() < 1e-9).all(),
        "dying": (s_left == 0).all(),
        "quarter": max(s_left.max(), s_right.max(), s0_left, s0_right) <= 0.25,
        "one-right": (s_right == 1).all(),
        "one-at-zero": abs(s0_left - 1) < 1e-9 and abs(s0_right - 1) < 1e-9 and (s_left < 1).all() and (s_right < 1).all(),
        "unbounded": high > 1e5,
        "kink": abs(s0_left - s0_right) > 1e-6,
        "one-to-one": (y[1:] > y[:-1]).all(),
        "collapse": torch.allclose(torch.cat([s_left, s_right]), torch.full((160,), s0_left, dtype=torch.float64)),
        "leak": s_left.min() == s_left.max() and 0 < float(s_left[0]) < 1,
    }[name])


def answers(p, level):
    if level == 1:
        [only] = [f for f in F if holds(p["property"], F[f])]
        return {"function": only}
    of = [[name for name in p["listed"] if holds(name, F[f])] for f in p["functions"]]
    return {"of_f": of[0]} if level == 2 else {"of_f": of[0], "of_g": of[1]}
