"""Conditional probabilities from a table, by listing every one that was counted and asking which are in A and in B."""

from fractions import Fraction


def answers(p, level):
    people = []
    for i, row in enumerate(p["counts"]):
        for j, count in enumerate(row):
            of_a, of_b = (i, j) if p["condition"] == "column" else (j, i)
            people += [(of_a == p["a"], of_b in p["b"])] * count

    def given(event, condition):
        group = [one for one in people if condition(one)]
        return Fraction(sum(1 for one in group if event(one)), len(group))

    in_a, in_b = (lambda one: one[0]), (lambda one: one[1])
    a_given_b, b_given_a = given(in_a, in_b), given(in_b, in_a)
    if level < 3:
        return {"a_given_b": a_given_b, "b_given_a": b_given_a}
    return {
        "a_given_b_reduced": a_given_b,
        "b_given_a_reduced": b_given_a,
        "not_b_given_not_a": given(lambda one: not one[1], lambda one: not one[0]),
    }
