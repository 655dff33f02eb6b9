"""Parameters counted by torch: the sizes of all tensors of the network."""

from torch import nn


def count(*sizes):
    network = nn.Sequential(*(nn.Linear(a, b) for a, b in zip(sizes, sizes[1:])))
    return sum(tensor.numel() for tensor in network.parameters())


def answers(p, level):
    hidden, outputs = p["hidden"], p["outputs"]
    if level == 1:
        return {"single": count(p["inputs"], outputs)}
    if level == 2:
        return {"total": count(p["inputs"], hidden, outputs)}
    fitting = [n for n in range(1, 200) if count(n, hidden, hidden, outputs) <= p["budget"]]
    return {"inputs": max(fitting), "used": count(max(fitting), hidden, hidden, outputs)}
