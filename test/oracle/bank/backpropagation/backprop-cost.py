"""The cost of a gradient: numpy's products, with every multiplication counted by the objects that are multiplied."""

from fractions import Fraction

import numpy as np

COUNT = 0


class Counted:
    """A number that counts how often it is a factor."""

    def __mul__(self, other):
        global COUNT
        COUNT += 1
        return self

    def __add__(self, other):
        return self

    __rmul__ = __mul__
    __radd__ = __add__


def array(*shape):
    return np.array([Counted() for _ in range(int(np.prod(shape)))], dtype=object).reshape(shape)


def counted(run):
    global COUNT
    COUNT = 0
    run()
    return COUNT


def answers(p, level):
    n, h, m = p["inputs"], p["hidden"], p["outputs"]
    x, hidden, delta2, delta1 = array(n), array(h), array(m), array(h)
    W1, W2 = array(h, n), array(m, h)
    forward = counted(lambda: (W1.dot(x), W2.dot(hidden)))
    backward = counted(lambda: (np.outer(delta2, hidden), W2.T.dot(delta2), np.outer(delta1, x)))
    if level < 3:
        return {"forward": forward, "backward": backward}
    parameters = W1.size + W2.size + h + m
    differences = forward * (2 * parameters if p["central"] else parameters + 1)
    ratio = float(Fraction(differences, forward + backward))
    return {"differences": differences, "backprop": forward + backward, "ratio": ratio}
