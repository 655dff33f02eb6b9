"""Cosine similarity: scipy's cosine distance."""

from scipy.spatial.distance import cosine


def answers(p, level):
    uv = 1 - cosine(p["u"], p["v"])
    if level < 3:
        return {"cos_uv": uv}
    uw = 1 - cosine(p["u"], p["w"])
    return {"cos_uv": uv, "cos_uw": uw, "closer": "first" if uv > uw else "second"}
