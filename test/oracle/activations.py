"""Golden values of lib/math/activations.ts."""

from mpmath import exp, log, log1p, mp, mpf, sech, tanh

from golden import rng, table, write

mp.dps = 700  # so that 1 + e^-1400 is not 1

SPECIAL = [0.0, 1e-300, 1e-10, 0.001, 0.1, 0.25, 0.5, 1.0, 1.5, 2.0, 5.0, 10.0, 20.0, 36.7, 37.0, 50.0, 100.0, 350.0]


def points(name, limit):
    r = rng(name)
    special = [x for x in SPECIAL + [limit] if x <= limit]
    xs = special + [-x for x in special if x > 0]
    xs += [r.uniform(-limit, limit) for _ in range(30)] + [r.uniform(-4, 4) for _ in range(60)]
    return [{"x": x} for x in xs]


def sigmoid(x):
    return 1 / (1 + exp(-x))


def softmax(z, t=mpf(1)):
    e = [exp((zi - max(z)) / t) for zi in z]
    return [ei / sum(e) for ei in e]


def log_softmax(z):
    top = z.index(max(z))
    rest = sum((exp(zj - z[top]) for j, zj in enumerate(z) if j != top), mpf(0))
    return [zi - z[top] - log1p(rest) for zi in z]


def jacobian(z):
    p = softmax(z)
    others = [sum((pj for j, pj in enumerate(p) if j != i), mpf(0)) for i in range(len(p))]
    return [[p[i] * others[i] if i == j else -p[i] * p[j] for j in range(len(p))] for i in range(len(p))]


def logits(name):
    r = rng(name)
    rows = [
        [2.0, 1.0, 0.1],  # tutorial example 34
        [3.0],
        [0.0, 0.0],
        [-1000.0, -1000.5, -999.0],
        [700.0, 0.0, -3.3],
        [0.1, 700.3, 12.7],
        [1e308, -1e308],
        [1.7e308, -1.7e308, 1.7e308, 1.5e308],
        [-1e308, 5.0, 1e-308],
        [1e16, 1e16 + 2, 1e16 - 4],
        [40.0, 0.0, 0.0],
    ]
    for spread in (1, 10, 100, 340):
        rows += [[r.uniform(-spread, spread) for _ in range(r.randint(2, 6))] for _ in range(8)]
    return rows


def logits_and_probabilities():
    r = rng("logit")
    ps = [1e-320, 1e-300, 1e-17, 1e-5, 0.1, 0.25, 0.4, 0.5 - 2**-54, 0.5, 0.5 + 2**-53, 0.5 + 1e-10, 0.75, 0.9, 1 - 2**-53]
    return [{"p": p} for p in ps + [r.random() for _ in range(60)]]


def tempered():
    rows = [{"z": z, "t": t} for z in logits("temperature")[:24] for t in (0.3, 2.0, 17.7)]
    return rows + [{"z": [1e308, -1e308, 0.0], "t": 1e308}, {"z": [3.0, 2.0], "t": 1e-300}, {"z": [1.0, 1.0 + 2**-40], "t": 1e-14}]


write(
    "activations",
    "700 digits, from the definitions, rounded to the nearest double",
    {
        "sigmoid": table(sigmoid, points("sigmoid", 700.0)),
        "sigmoidDerivative": table(lambda x: sigmoid(x) * sigmoid(-x), points("sigmoidDerivative", 700.0)),
        "tanh": table(tanh, points("tanh", 700.0)),
        "tanhDerivative": table(lambda x: sech(x) ** 2, points("tanhDerivative", 350.0)),
        "softplus": table(lambda x: log1p(exp(x)), points("softplus", 700.0)),
        "logit": table(lambda p: log(p) - log1p(-p), logits_and_probabilities()),
        "softmax": table(softmax, [{"z": z} for z in logits("softmax")]),
        "softmaxWithTemperature": table(softmax, tempered()),
        "logSoftmax": table(log_softmax, [{"z": z} for z in logits("logSoftmax") if max(z) - min(z) < 1.7e308]),
        "softmaxJacobian": table(jacobian, [{"z": z} for z in logits("jacobian")]),
    },
)
