"""A naive Bayes filter, by enumerating which words a message holds, with exact fractions."""

from fractions import Fraction
from itertools import product


def answers(p, level):
    prior = Fraction(str(p["prior"]))
    rates = {True: [Fraction(str(r)) for r in p["spam"]], False: [Fraction(str(r)) for r in p["ham"]]}
    count = len(p["spam"])
    seen = tuple(not (p["lastAbsent"] and i == count - 1) for i in range(count))
    joint = {True: Fraction(0), False: Fraction(0)}
    total = Fraction(0)
    for is_spam in (True, False):
        for words in product((True, False), repeat=count):
            chance = prior if is_spam else 1 - prior
            for has, rate in zip(words, rates[is_spam]):
                chance *= rate if has else 1 - rate
            total += chance
            if words == seen:
                joint[is_spam] += chance
    assert total == 1
    evidence = joint[True] + joint[False]
    return {"joint": float(joint[True]), "evidence": float(evidence), "posterior": float(joint[True] / evidence)}
