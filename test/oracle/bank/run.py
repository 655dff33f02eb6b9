"""Answers variants of exercises: reads them as JSON, finds <topic>/<slug>.py, and prints what its `answers` gives.

Every <topic>/<slug>.py beside this file holds `answers(p, level)`: the parameters of a variant as the exercise stores them,
to a dict from the names of steps (at least those that the level asks) to values, by another implementation than ours.
"""

import json
import os
import sys
from fractions import Fraction

# One thread and no byte code: the same output everywhere, and nothing left behind.
sys.dont_write_bytecode = True
os.environ.setdefault("OMP_NUM_THREADS", "1")
HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, HERE)


def load(exercise):
    import importlib.util

    path = os.path.join(HERE, *exercise.split("/")) + ".py"
    spec = importlib.util.spec_from_file_location(exercise.replace("/", "_").replace("-", "_"), path)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module.answers


def plain(value):
    """Numbers of mpmath, numpy and torch as floats, rounded once; exact fractions as [numerator, denominator]."""
    if isinstance(value, (str, bool)):
        return value
    if isinstance(value, Fraction):
        return {"fraction": [value.numerator, value.denominator]}
    if isinstance(value, dict):
        return {key: plain(inner) for key, inner in value.items()}
    if hasattr(value, "tolist"):
        return plain(value.tolist())
    if isinstance(value, (list, tuple)):
        return [plain(inner) for inner in value]
    return int(value) if isinstance(value, int) else float(value)


def main():
    request = json.load(sys.stdin)
    answers = load(request["exercise"])
    rows = [{**row, "answers": plain(answers(row["params"], row["level"]))} for row in request["variants"]]
    json.dump(rows, sys.stdout)


main()
