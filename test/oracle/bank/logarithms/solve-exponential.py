"""Where two exponentials meet: mpmath's root finder at 40 digits."""

from mpmath import exp, findroot, log, mp, mpf

mp.dps = 40


def answers(p, level):
    rate, start, factor, target, other = (mpf(str(p[key])) for key in ("rate", "start", "factor", "target", "other"))

    def left(t):
        return exp(rate * t) if level == 1 else start * factor**t

    def right(t):
        return target * other**t

    t = findroot(lambda t: log(left(t) / right(t)), mpf(1), tol=1e-30)
    return {"t_rate": t} if level == 1 else {"t": t, "v": right(t)} if level == 3 else {"t": t}
