"""Expected values by numpy.average, and the value sought by linear interpolation between two trials."""

import numpy as np


def answers(p, level):
    values, chances = np.array(p["values"], dtype=float), list(p["chances"])
    if len(chances) < len(values):
        chances.append(1 - sum(chances))

    def expected(x):
        return np.average(x, weights=chances)

    found = {"mean": expected(values)}
    if level == 3:
        trials = [expected(np.append(values[:-1], t)) for t in (0.0, 100.0)]
        found |= {
            "scaled": expected(p["slope"] * values + p["shift"]),
            "sought": np.interp(p["target"], trials, [0.0, 100.0]),
        }
    return found
