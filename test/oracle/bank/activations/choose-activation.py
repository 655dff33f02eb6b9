"""Choosing an activation: torch's own are probed for their range and for how their outputs hang together."""

import torch

ACTIVATIONS = {
    "identity": lambda z: z,
    "relu": torch.relu,
    "sigmoid": torch.sigmoid,
    "softmax": lambda z: torch.softmax(z, -1),
    "tanh": torch.tanh,
}
# What is to be predicted: the values that an output may have, and whether all outputs add up to 1.
WANTED = {
    "probability": (0, 1, False),
    "classes": (0, 1, True),
    "labels": (0, 1, False),
    "real": (-float("inf"), float("inf"), False),
    "bounded": (-1, 1, False),
}
# True of networks in general; what depends on the prediction is probed below.
GENERAL = {
    "relu-hidden": True,
    "collapse": True,
    "centred": True,
    "saturates": True,
    "dying": True,
    "depth-alone": False,
    "relu-saturates": False,
    "sigmoid-steep": False,
    "softmax-hidden": False,
    "relu-bounded": False,
}


def probe(activation, count):
    torch.manual_seed(1)
    z = torch.cat([scale * torch.randn(500, count, dtype=torch.float64) for scale in (1.0, 8.0, 60.0)])
    return z, ACTIVATIONS[activation](z)


def answers(p, level):
    kind, count = p["kind"], max(p["count"], 1)
    low, high, adds_up = WANTED[kind]
    fitting = []
    for name in ACTIVATIONS:
        z, a = probe(name, max(count, 2))
        inside = bool((a >= low - 1e-12).all() and (a <= high + 1e-12).all())
        # All of the range is reached, and no more is tied together than should be.
        reaches = (low < -1e9 and a.min() < -20 or a.min() < low + 0.05) and (high > 1e9 and a.max() > 20 or a.max() > high - 0.05)
        summed = bool(torch.allclose(a.sum(-1), torch.ones(len(a), dtype=torch.float64)))
        if inside and bool(reaches) and summed == adds_up:
            fitting.append(name)
    assert len(fitting) == 1, (kind, fitting)
    output = fitting[0]
    _, a = probe(output, max(count, 2))
    z = torch.zeros(1, max(count, 2), dtype=torch.float64)
    raised = z.clone()
    raised[0, 0] = 2.0
    others_fall = bool((ACTIVATIONS[output](raised)[0, 1:] < ACTIVATIONS[output](z)[0, 1:]).all())
    particular = {
        "sums-to-one": adds_up,
        "both-large": not adds_up and bool((a.sort(-1).values[:, -2] > 0.95).any()),
        "negative": bool((a < -1e-9).any()),
        "beyond-one": bool((a > 1 + 1e-9).any()),
        "competing": others_fall,
        "largest": adds_up,
    }
    holds = GENERAL | particular
    found = {"output": output, "units": p["count"], "statements": [one for one in p["statements"] if holds[one]]}
    return found if level == 3 else {name: value for name, value in found.items() if name != "statements"}
