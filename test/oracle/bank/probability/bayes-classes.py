"""Posteriors over classes in log space: numpy sums of logarithms and scipy's softmax and logsumexp."""

import numpy as np
from scipy.special import logsumexp, softmax


def answers(p, level):
    findings = np.array(p["findings"], dtype=float)
    if p["lastAbsent"]:
        findings[-1] = 1 - findings[-1]
    scores = np.log(p["priors"]) + np.log(findings).sum(axis=0)
    posterior = softmax(scores)
    return {
        "evidence": np.exp(logsumexp(scores)), "posterior": posterior,
        "winner": str(int(posterior.argmax()) + 1), "error": np.sort(posterior)[:-1].sum(),
    }
