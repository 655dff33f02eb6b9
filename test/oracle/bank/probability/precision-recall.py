"""Precision, recall, F1 and accuracy from arrays of truths and predictions, as fractions."""

from fractions import Fraction
from statistics import harmonic_mean

import numpy as np


def answers(p, level):
    if level == 3:
        truth = np.array(p["labels"], dtype=bool)
        taken = np.array(p["scores"]) >= p["threshold"]
    else:
        truth = np.repeat([True, False, True, False], p["table"])
        taken = np.repeat([True, True, False, False], p["table"])
    precision = Fraction(int(truth[taken].sum()), int(taken.sum()))
    recall = Fraction(int(taken[truth].sum()), int(truth.sum()))
    out = {"precision": precision, "recall": recall}
    if level > 1:
        out["f1"] = harmonic_mean([precision, recall])
    if level == 2:
        out["accuracy"] = Fraction(int((truth == taken).sum()), len(truth))
    return out
