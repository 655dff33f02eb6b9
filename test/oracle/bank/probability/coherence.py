"""Coherence by linear programming over the four parts of two events (scipy's HiGHS), and the recount by exact fractions."""

from fractions import Fraction

from scipy.optimize import linprog


def marginal(rows, right, sign):
    """The least (or with −1 the greatest) P(B) under equalities on (both, only A, only B, neither), or None."""
    found = linprog([sign, 0, sign, 0], A_eq=[[1, 1, 1, 1]] + rows, b_eq=[1] + right, bounds=[(0, 1)] * 4)
    return sign * found.fun if found.status == 0 else None


def answers(p, level):
    a, b, given, counted = (Fraction(str(p[name])) for name in ("a", "b", "given", "counted"))
    in_a, in_b, in_both = [1, 1, 0, 0], [1, 0, 1, 0], [1, 0, 0, 0]
    if level == 1:
        if marginal([in_a, in_b, in_both], [p["a"], p["b"], p["given"]], 1) is not None:
            return {"verdict": "can-be"}
        return {"verdict": "joint" if given > min(a, b) else "union"}
    rows, right = [in_a, in_both], [p["a"], float(a * given)]
    least, most = marginal(rows, right, 1), marginal(rows, right, -1)
    verdict = "too-small" if b < least else "too-large" if b > most else "can-be"
    recounted = a * given + (1 - a) * counted
    return {
        "least": least, "most": most, "range": verdict, "consistent": verdict,
        "needed": float((b - a * given) / (1 - a)), "recounted": float(recounted), "posterior": float(a * given / recounted),
    }
