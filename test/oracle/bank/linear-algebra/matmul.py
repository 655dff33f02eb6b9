"""Products and commutators of matrices: numpy's matmul."""

import numpy as np


def answers(p, level):
    A, B = np.array(p["A"]), np.array(p["B"])
    return {"commutator": A @ B - B @ A} if level == 3 else {"AB": A @ B}
