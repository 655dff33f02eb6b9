"""Shapes of products: numpy multiplies matrices of ones, and refuses where there is no product."""

import numpy


def ones(factor):
    array = numpy.ones((factor["rows"], factor["columns"]))
    return array.T if factor["turned"] else array


def times(a, b):
    if a is None or b is None:
        return None
    try:
        return a @ b
    except ValueError:
        return None


def shape(array):
    return "undefined" if array is None else list(array.shape)


def answers(p, level):
    product = times(ones(p["left"]), ones(p["right"]))
    if p["third"] is None:
        return {"P": shape(product)}
    third = ones(p["third"])
    whole = times(third, product) if p["third"]["side"] == "left" else times(product, third)
    return {"P": shape(product), "Q": shape(whole)}
