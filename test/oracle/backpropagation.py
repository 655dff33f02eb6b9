"""Golden losses and gradients of lib/math/autodiff.ts, from PyTorch's autograd in float64."""

import torch

from golden import rng, write

torch.set_default_dtype(torch.float64)


def uniform(r, *shape, spread=1.5):
    return [uniform(r, *shape[1:], spread=spread) for _ in range(shape[0])] if shape else r.uniform(-spread, spread)


def row(inputs, loss_of, parameters):
    """The inputs, the loss, and its gradient for every parameter, in the parameter's shape."""
    tensors = {name: torch.tensor(v, requires_grad=name in parameters) for name, v in inputs.items()}
    loss = loss_of(**tensors)
    loss.backward()
    return {**inputs, "loss": loss.item(), "gradients": {name: tensors[name].grad.tolist() for name in parameters}}


def neuron(x, y, w, b):
    return (torch.sigmoid(w * x + b) - y) ** 2


def two_layers(x, y, w1, b1, w2, b2):
    hidden = torch.sigmoid(w1 @ x + b1)
    return ((torch.sigmoid(w2 @ hidden + b2) - y) ** 2).sum()


def relu_layers(x, y, w1, b1, w2, b2):
    return (torch.tanh(w2 @ torch.relu(w1 @ x + b1) + b2) - y).abs().sum()


def classifier(x, y, w, b):
    return -(y * torch.log_softmax(w @ x + b, 0)).sum()


def batch(x, y, w, b):
    """Softmax regression on a batch of rows, the mean of the losses."""
    return -(y * torch.log_softmax(x @ w + b, 1)).sum() / x.shape[0]


def neurons():
    r = rng("neuron")
    rows = [{"x": 2.0, "y": 1.0, "w": 0.5, "b": 0.1}]
    return rows + [{name: uniform(r) for name in ("x", "y", "w", "b")} for _ in range(10)]


def networks(name, spread):
    r = rng(name)
    shapes = [(2, 2, 1), (3, 4, 2), (1, 3, 3), (5, 2, 2)]

    def draw(*shape):
        return uniform(r, *shape, spread=spread)

    return [
        {"x": draw(n), "y": draw(k), "w1": draw(h, n), "b1": draw(h), "w2": draw(k, h), "b2": draw(k)}
        for n, h, k in shapes
        for _ in range(3)
    ]


def classifiers():
    r = rng("classifier")
    rows = []
    for n, k in ((2, 2), (3, 3), (2, 5)):
        for _ in range(3):
            target = r.randrange(k)
            rows.append({"x": uniform(r, n), "y": [float(i == target) for i in range(k)], "w": uniform(r, k, n), "b": uniform(r, k)})
    return rows


def batches():
    r = rng("batch")
    y = [[1.0, 0.0, 0.0], [0.0, 0.0, 1.0], [0.2, 0.3, 0.5], [0.0, 1.0, 0.0]]
    return [{"x": uniform(r, 4, 2), "y": y, "w": uniform(r, 2, 3), "b": uniform(r, 3)} for _ in range(3)]


LAYERS = ("w1", "b1", "w2", "b2")

write(
    "backpropagation",
    "float64 autograd",
    {
        "neuron": [row(inputs, neuron, ("w", "b")) for inputs in neurons()],
        "twoLayers": [row(inputs, two_layers, LAYERS) for inputs in networks("two layers", 1.5)],
        # smaller, because PyTorch computes tanh' as 1 - tanh^2, which cancels where tanh saturates
        "reluLayers": [row(inputs, relu_layers, LAYERS) for inputs in networks("relu layers", 0.7)],
        "classifier": [row(inputs, classifier, ("w", "b")) for inputs in classifiers()],
        "batch": [row(inputs, batch, ("w", "b")) for inputs in batches()],
    },
    library="torch " + torch.__version__,
)
