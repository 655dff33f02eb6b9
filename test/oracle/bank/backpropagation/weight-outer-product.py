"""Gradients by the weights and bias of a linear layer: torch.nn.functional.linear and its autograd."""

import torch


def tensor(x, **options):
    return torch.tensor(x, dtype=torch.float64, **options)


def answers(p, level):
    samples = [(p["delta"], p["a"])] + ([(p["delta_2"], p["a_2"])] if p["a_2"] else [])
    deltas, inputs = tensor([d for d, _ in samples]), tensor([a for _, a in samples])
    W = torch.zeros(deltas.shape[1], inputs.shape[1], dtype=torch.float64, requires_grad=True)
    b = tensor(p["b"] or [0.0] * deltas.shape[1], requires_grad=True)
    z = torch.nn.functional.linear(inputs, W, b)
    z.backward(deltas / len(samples))
    if level == 3:
        return {"batch_dL_dW": W.grad, "batch_dL_db": b.grad}
    if level == 1:
        return {"dL_dW": W.grad}
    torch.optim.SGD([b], lr=p["rate"]).step()
    return {"dL_dW": W.grad, "b_new": b.detach()}
