"""What the oracle scripts share: seeded inputs, and the writing of a golden file."""

import json
import random
from pathlib import Path

import mpmath

FOLDER = Path(__file__).resolve().parent.parent / "golden" / "math"

mpmath.mp.dps = 60


def rng(name):
    """A generator of its own for every table, so that adding a table changes no other."""
    return random.Random("chainrule " + name)


def rounded(value):
    """The nearest double of a high-precision number, entry by entry; -0 becomes 0."""
    if isinstance(value, mpmath.matrix):
        value = value.tolist()
    if isinstance(value, (list, tuple)):
        return [rounded(entry) for entry in value]
    return float(value) + 0.0


def exact(value):
    """A double as a high-precision number, without rounding, entry by entry."""
    if isinstance(value, list):
        return [exact(entry) for entry in value]
    return mpmath.mpf(value)


def table(function, inputs, scale=None):
    """One row for each dict of inputs: the inputs, the value of `function` at them, and the size errors are measured in."""
    rows = []
    for named in inputs:
        arguments = {name: exact(v) if isinstance(v, (float, list)) else v for name, v in named.items()}
        row = {**named, "value": rounded(function(**arguments))}
        if scale is not None:
            row["scale"] = rounded(scale(**arguments))
        rows.append(row)
    return rows


def write(name, how, tables, library="mpmath " + mpmath.__version__):
    lines = [f'  {json.dumps("source")}: {json.dumps(f"{library}; {how}; test/oracle/{name}.py")}']
    for key, rows in tables.items():
        body = ",\n".join("    " + json.dumps(row, allow_nan=False) for row in rows)
        lines.append(f"  {json.dumps(key)}: [\n{body}\n  ]")
    FOLDER.mkdir(parents=True, exist_ok=True)
    (FOLDER / f"{name}.json").write_text("{\n" + ",\n".join(lines) + "\n}\n")
    print(name, {key: len(rows) for key, rows in tables.items()})
