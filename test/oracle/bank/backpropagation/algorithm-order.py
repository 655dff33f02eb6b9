"""The order of a training step: graphlib sorts the items by what each needs."""

from graphlib import TopologicalSorter


def answers(p, level):
    layers = p["layers"]
    forward = [f"forward-{name}" for name in layers]
    backward = [f"delta-{name}" for name in reversed(layers)] + ["gradients"] if p["backward"] == "by-layer" else ["backward"]
    sorter = TopologicalSorter()
    chain = (["batch"] if p["batch"] else []) + forward + ["loss"] + backward + ["update"]
    for before, after in zip(chain, chain[1:]):
        sorter.add(after, before)
    order = list(sorter.static_order())
    assert sorted(order) == sorted(p["listed"])
    return {"order": order}
