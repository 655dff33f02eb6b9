"""Entropies in bits by scipy.stats.entropy."""

from scipy.stats import entropy


def answers(p, level):
    weights = p["counts"] or p["distribution"]
    H = entropy(weights, base=2)
    if level < 3:
        return {"H": H, "perplexity": 2**H} if level == 2 else {"H": H}
    i, j = p["merged"]
    rest = [n for k, n in enumerate(weights) if k not in (i, j)] + [weights[i] + weights[j]]
    merged = entropy(rest, base=2)
    return {"H": H, "H_merged": merged, "lost": H - merged}
