"""Inverses by numpy's LU; singular values of t as minus the eigenvalues of A(0)."""

import numpy as np


def answers(p, level):
    matrices = [np.array(m, dtype=float) for m in p["matrices"]]
    if level == 3:
        A = matrices[0] + p["at"] * np.eye(2)
        critical = sorted(np.round(-np.linalg.eigvals(matrices[0]), 9))
        return {"critical": critical, "inverse": np.linalg.inv(A), "of_multiple": np.linalg.inv(p["times"] * A)}
    regular = [i for i, m in enumerate(matrices) if np.linalg.matrix_rank(m) == 2]
    return {"which": "AB"[regular[0]], "inverse": np.linalg.inv(matrices[regular[0]])}
