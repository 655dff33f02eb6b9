"""How a formula is answered: by its values at points, found by mpmath from the function itself."""

from mpmath import mp

mp.dps = 40


def at_points(value, points):
    """The values of a formula at `points`, a list of dicts from names to floats; `value` takes the same names."""
    return {"points": [{"at": at, "value": value(**at)} for at in points]}

