"""A diagnostic test, by enumerating the four outcomes with exact fractions."""

from fractions import Fraction


def table(prior, sensitivity, false_positive):
    yield ("ill", "+"), prior * sensitivity
    yield ("ill", "-"), prior * (1 - sensitivity)
    yield ("well", "+"), (1 - prior) * false_positive
    yield ("well", "-"), (1 - prior) * (1 - false_positive)


def share_ill(outcomes, result):
    return sum(q for (state, r), q in outcomes if (state, r) == ("ill", result)) / sum(q for (_, r), q in outcomes if r == result)


def answers(p, level):
    prior, sensitivity, given, elsewhere = (Fraction(str(p[k])) for k in ("prior", "sensitivity", "given", "elsewhere"))
    false_positive = given if p["gives"] == "false-positive-rate" else 1 - given
    here = list(table(prior, sensitivity, false_positive))
    found = {
        "positive": float(sum(q for (_, r), q in here if r == "+")),
        "posterior": float(share_ill(here, "+")),
        "posterior_negative": float(share_ill(here, "-")),
    }
    if level == 3:
        found["posterior_elsewhere"] = float(share_ill(list(table(elsewhere, sensitivity, false_positive)), "+"))
    return found
