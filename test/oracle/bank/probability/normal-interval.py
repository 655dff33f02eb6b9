"""The normal distribution by scipy.stats; the quantile from the table's four decimals, to the nearest quarter of σ."""

from scipy.stats import norm


def answers(p, level):
    X = norm(p["mean"], p["sd"])
    if level == 1:
        return {"z_b": (p["b"] - X.mean()) / X.std(), "below_b": X.cdf(p["b"])}
    inside = X.cdf(p["b"]) - X.cdf(p["a"])
    if level == 2:
        return {"z_a": (p["a"] - X.mean()) / X.std(), "z_b": (p["b"] - X.mean()) / X.std(), "inside": inside}
    top = round(1 - norm.cdf(p["upper"]), 4)
    quarters = round(4 * norm.isf(top))
    return {"inside": inside, "outside": p["n"] * (X.cdf(p["a"]) + X.sf(p["b"])), "x": p["mean"] + quarters * p["sd"] / 4}
